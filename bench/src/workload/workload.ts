/** Findings and rules of one measurement, with the rules that each finding must match. */
import { createMatchCounter, type MatchCounter } from './count-matches.js'
import { coveringRules } from './covering-rules.js'
import { type Facts, factsOf } from './facts.js'
import type { RawFinding } from './findings.js'
import { furtherRules } from './further-rules.js'
import { createRandom, type Random } from './random.js'
import type { Clause, Rule, Step } from './rule.js'
import { sameFieldRules } from './same-field-rules.js'

/** `mixed`: 2–5 clauses of all sorts. `same-fields`: equality on the same three fields, event-ruler's best case. */
export type WorkloadKind = 'mixed' | 'same-fields'

export interface Workload {
  readonly kind: WorkloadKind
  /** As `JSON.parse` gives them. */
  readonly findings: readonly RawFinding[]
  /** The same findings, each as one line of JSON. */
  readonly texts: readonly string[]
  readonly facts: readonly Facts[]
  readonly rules: readonly Rule[]
  /** For each finding the ids of the rules that match it, in the order of the rules. */
  readonly expected: readonly (readonly string[])[]
}

export interface Fit {
  readonly mean: number
  readonly min: number
  readonly max: number
}

/** Exactly `count` rules for these findings; in a mixed workload each finding matches one to three. */
export function makeWorkload(kind: WorkloadKind, seed: number, texts: readonly string[], count: number): Workload {
  const findings: readonly RawFinding[] = texts.map((text) => JSON.parse(text))
  const random = createRandom(seed, `${kind} ${count}`)
  const facts = findings.map(factsOf)
  const clauses = kind === 'mixed' ? mixedRules(facts, count, random) : sameFieldRules(facts, count, random)
  const rules = random.sample(clauses, clauses.length).map((list, index): Rule => {
    return { id: `r${String(index + 1).padStart(5, '0')}`, clauses: list, step: makeStep(random) }
  })
  const counter = createMatchCounter(facts)
  const expected = facts.map((): string[] => [])
  for (const rule of rules) for (const index of matchedBy(rule, counter)) expected[index]?.push(rule.id)
  return { kind, findings, texts, facts, rules, expected }
}

/** A workload as text; what can be worked out of the rest is left out. */
export function writtenWorkload({ kind, texts, rules, expected }: Workload): string {
  return JSON.stringify({ kind, texts, rules, expected })
}

/** The workload that a text was written of. */
export function readWorkload(text: string): Workload {
  const written: Pick<Workload, 'kind' | 'texts' | 'rules' | 'expected'> = JSON.parse(text)
  const findings: readonly RawFinding[] = written.texts.map((each) => JSON.parse(each))
  return { ...written, findings, facts: findings.map(factsOf) }
}

export function fitOf({ expected }: Pick<Workload, 'expected'>): Fit {
  const counts = expected.map(({ length }) => length)
  const sum = counts.reduce((total, count) => total + count, 0)
  return { mean: sum / counts.length, min: Math.min(...counts), max: Math.max(...counts) }
}

function matchedBy(rule: Pick<Rule, 'clauses'>, counter: MatchCounter): readonly number[] {
  return counter.matched(rule) ?? []
}

function mixedRules(all: readonly Facts[], count: number, random: Random): readonly (readonly Clause[])[] {
  const covering = fittingIn(count, (wanted) => coveringRules(all, wanted, random))
  const counter = createMatchCounter(all)
  const counts = new Uint8Array(all.length)
  for (const clauses of covering)
    for (const index of matchedBy({ clauses }, counter)) counts[index] = (counts[index] ?? 0) + 1
  const overlapping = Math.min(Math.round(count * 0.2), count - covering.length)
  const missing = count - covering.length - overlapping
  const further = furtherRules(all, { overlapping, missing }, counter, counts, random)
  return [...covering, ...further]
}

/** Half of the rules share the findings out; fewer are asked for until they are no more than that. */
function fittingIn<T>(count: number, make: (wanted: number) => readonly T[]): readonly T[] {
  for (let wanted = count * 0.45; wanted >= 1; wanted *= 0.8) {
    const made = make(wanted)
    if (made.length <= Math.max(2, count * 0.6)) return made
  }
  return make(1)
}

const labels = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const

/** Four of five steps are constant; the others take the name of the resource into a note. */
function makeStep(random: Random): Step {
  const ticket = `SEC-${1000 + random.below(9000)}`
  if (random.chance(0.2)) return { use: 'finding.note', text: `\${resource.name}: see ${ticket}` }
  if (random.chance(0.5)) return { use: 'finding.note', text: `known, see ${ticket}` }
  return { use: 'finding.set-severity', label: random.pick(labels) }
}
