/** A thousand rules of one kind each: what a clause costs by what it asks. */
import type { Facts } from '../workload/facts.js'
import { factsOf } from '../workload/facts.js'
import { regions } from '../workload/findings.js'
import { createRandom, digits, hex, type Random } from '../workload/random.js'
import type { Clause } from '../workload/rule.js'
import { type HostileCase, type HostileRule, plainRules } from './hostile-case.js'

const count = 1000

export function operatorCases(seed: number, usual: readonly string[]): readonly HostileCase[] {
  const random = createRandom(seed, 'operators')
  const texts = usual.map((text) => withAddress(text, random))
  const all = texts.map((text) => factsOf(JSON.parse(text)))
  const plain = (name: string, make: (id: string) => Clause): HostileCase => {
    const rules = Array.from({ length: count }, () => [make(someId(all, random))])
    return { name, rules: plainRules(rules), texts }
  }
  const special = (name: string, make: (id: string) => Omit<HostileRule, 'id'>, many = count): HostileCase => {
    const rules = Array.from({ length: many }, (_, index) => ({ id: `h${index}`, ...make(someId(all, random)) }))
    return { name, rules, texts }
  }
  const id = 'resource.id'
  return [
    plain('equality', (value) => ({ field: id, operator: 'equals', value })),
    plain('any of 10 strings', (value) => ({ field: id, operator: 'one-of', value: [value, ...others(random, 9)] })),
    plain('prefix', (value) => ({ field: id, operator: 'prefix', value: value.slice(0, -3) })),
    plain('suffix', (value) => ({ field: id, operator: 'suffix', value: value.slice(-12) })),
    plain('equals-ignore-case', (value) => ({ field: id, operator: 'equals-ignore-case', value: value.toUpperCase() })),
    ...[1, 2, 3, 4, 5].map((stars) =>
      plain(`wildcard, ${stars} ${stars === 1 ? 'star' : 'stars'}`, (value) => {
        return { field: id, operator: 'wildcard', value: withStars(value, stars, random) }
      }),
    ),
    // A project has no more.
    special(
      'regex, 200 rules',
      (value) => ({
        redress: `match: { ${id}: { regex: ${JSON.stringify(`arn:aws:[a-z0-9-]+:.*${value.slice(-14, -3)}-[0-9]+`)} } }`,
        eventRuler: null,
        quamina: null,
      }),
      200,
    ),
    ...[15, 100].map((size) =>
      plain(`anything but ${size} strings`, () => {
        return {
          field: 'region',
          operator: 'anything-but',
          value: [...regions, ...others(random, size - regions.length)],
        }
      }),
    ),
    plain('numeric', () => {
      const from = Math.round(random.next() * 100_000) / 1000
      return { field: 'criticality', operator: 'numeric', value: [from, from + 0.2] }
    }),
    special('cidr', () => {
      const block = `10.${random.below(256)}.${random.below(256)}.0/24`
      return {
        redress: `match: { asff:Network.SourceIpV4: { cidr: ${block} } }`,
        eventRuler: JSON.stringify({ Network: { SourceIpV4: [{ cidr: block }] } }),
        quamina: null,
      }
    }),
    ...[1, 2, 4].map((depth) =>
      special(`any-of and all-of, ${depth} deep`, (value) => {
        return { redress: `match: { ${id}: ${nested(value, depth)} }`, eventRuler: null, quamina: null }
      }),
    ),
  ]
}

function withAddress(text: string, random: Random): string {
  const address = `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`
  return JSON.stringify({ Criticality: random.below(101), ...JSON.parse(text), Network: { SourceIpV4: address } })
}

/** An id as findings have it, mostly of a resource that there is no finding about. */
function someId(all: readonly Facts[], random: Random): string {
  const id = String(random.pick(all)['resource.id'])
  return random.chance(0.3) ? id : `${id.slice(0, -2)}${random.text(2, digits)}`
}

function others(random: Random, many: number): readonly string[] {
  return Array.from({ length: many }, () => random.text(12, hex))
}

/** Takes so many pieces out of the middle; begin and end stay. */
function withStars(id: string, stars: number, random: Random): string {
  const width = Math.floor((id.length - 14) / stars)
  const kept = Array.from({ length: stars - 1 }, (_, index) => {
    const start = 8 + width * (index + 1) - 4
    return id.slice(start, start + 3 + random.below(2))
  })
  return [id.slice(0, 8), ...kept, id.slice(-5)].join('*')
}

function nested(id: string, depth: number): string {
  const pair = `{ all-of: [{ prefix: ${JSON.stringify(id.slice(0, 12))} }, { suffix: ${JSON.stringify(id.slice(-8))} }] }`
  return depth <= 1
    ? `{ any-of: [${JSON.stringify(id)}, ${pair}] }`
    : `{ any-of: [${pair}, { all-of: [{ suffix: ${JSON.stringify(id.slice(-3))} }, ${nested(id, depth - 1)}] }] }`
}
