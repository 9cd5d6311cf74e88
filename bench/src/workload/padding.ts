/** Clauses that all of these findings fit anyway: people write them to be sure, and an engine has to check them. */
import type { Facts } from './facts.js'
import { equalTo } from './features.js'
import { clauseHolds } from './judge.js'
import type { Random } from './random.js'
import type { Clause } from './rule.js'

/** As many as bring the rule to at least two clauses and at most five; every field stands in a rule once. */
export function paddingFor(part: readonly Facts[], clauses: readonly Clause[], random: Random): readonly Clause[] {
  const wanted = Math.max(2, Math.min(5, clauses.length + random.below(3))) - clauses.length
  const added: Clause[] = []
  for (const maker of random.sample(makers, makers.length)) {
    if (added.length >= wanted) break
    const clause = maker(part, random)
    if (clause === null || [...clauses, ...added].some(({ field }) => field === clause.field)) continue
    if (part.every((facts) => clauseHolds(clause, facts[clause.field]))) added.push(clause)
  }
  return added
}

type Maker = (part: readonly Facts[], random: Random) => Clause | null

const makers: readonly Maker[] = [
  () => ({ field: 'compliance', operator: 'anything-but', value: ['PASSED'] }),
  () => ({ field: 'compliance', operator: 'one-of', value: ['FAILED', 'WARNING'] }),
  () => ({ field: 'generator', operator: 'prefix', value: 'security-control/' }),
  (part) => commonPrefix(part, 'resource.id'),
  (part) => commonPrefix(part, 'title'),
  (part) => fewValues(part, 'severity'),
  (part) => fewValues(part, 'resource.type'),
  (part) => fewValues(part, 'region'),
  (part) => fewValues(part, 'resource.tags.Team'),
  (part, random) => otherValues(part, 'account', random.below(3) + 1, () => random.text(12, '123456789')),
  (part, random) => otherValues(part, 'region', 2, () => random.pick(['me-south-1', 'af-south-1', 'eu-south-1'])),
  (part, random) => otherValues(part, 'severity', 1, () => random.pick(['INFORMATIONAL', 'LOW', 'CRITICAL'])),
  (part, random) => otherValues(part, 'resource.tags.Team', 2, () => random.pick(['sales', 'legal', 'people'])),
  (part) => numbers(part),
]

function fewValues(part: readonly Facts[], field: string): Clause | null {
  const values = new Set(part.map((facts) => facts[field]))
  const texts = [...values].filter((value) => typeof value === 'string')
  return texts.length === values.size && texts.length <= 3 ? equalTo(field, texts) : null
}

function otherValues(part: readonly Facts[], field: string, count: number, other: () => string): Clause | null {
  const value = [...new Set(Array.from({ length: count }, other))]
  return part.some((facts) => value.some((one) => one === facts[field]))
    ? null
    : { field, operator: 'anything-but', value }
}

function commonPrefix(part: readonly Facts[], field: string): Clause | null {
  let common: string | null = null
  for (const facts of part) {
    const text = String(facts[field] ?? '')
    common ??= text
    while (!text.startsWith(common)) common = common.slice(0, -1)
  }
  const value = (common ?? '').slice(0, 40)
  return value.length < 4 ? null : { field, operator: 'prefix', value }
}

function numbers(part: readonly Facts[]): Clause | null {
  const values = part.map(({ criticality }) => (typeof criticality === 'number' ? criticality : Number.NaN))
  const [from, to] = [Math.min(...values), Math.max(...values)]
  return Number.isNaN(from) ? null : { field: 'criticality', operator: 'numeric', value: [from, to + 1] }
}
