/**
 * Compares set after set until enough pairs are compared, and makes the first disagreement as small as it gets.
 *
 * A pair is one rule and one target of a finding, decided and explained by both; exceptions and playbooks are
 * explained as well and not counted.
 */
import fc from 'fast-check'
import { compare, type Disagreement, type Sample } from './compare.js'
import { modes, projectOf } from './generate.js'
import { finding } from './generate-findings.js'

/** How much to compare. */
export interface Extent {
  readonly pairs: number
  readonly seed: number
  /** Rules, and findings, of one set. */
  readonly size: number
  /** Called after each set with the pairs so far. */
  readonly progress?: (pairs: number) => void
}

/** What came of it: how many pairs, and the first disagreement made small or `null`. */
export interface Outcome {
  readonly pairs: number
  readonly disagreement: (Disagreement & Pick<Sample, 'project' | 'mode' | 'request'>) | null
}

export async function differ({ pairs: wanted, seed, size, progress }: Extent): Promise<Outcome> {
  const sample: fc.Arbitrary<Sample> = fc.record({
    project: projectOf(size),
    findings: fc.array(finding, { minLength: size, maxLength: size }),
    mode: modes,
    request: fc.boolean(),
  })
  let pairs = 0
  for (let at = 0; pairs < wanted; at += 1) {
    const [set] = fc.sample(sample, { numRuns: 1, seed: seed * 1_000_003 + at })
    if (set === undefined) break
    const { pairs: compared, disagreements } = await compare(set)
    const [first] = disagreements
    if (first !== undefined) return { pairs, disagreement: await smallest(set, first) }
    pairs += compared
    progress?.(pairs)
  }
  return { pairs, disagreement: null }
}

/** Takes away items and members, the outermost first, as long as the two still differ. */
async function smallest(found: Sample, { finding: raw, engine }: Disagreement): Promise<Outcome['disagreement']> {
  let small: Sample = { ...found, findings: [raw] }
  for (let before: Sample | null = null; before !== small; ) {
    before = small
    for (const path of pathsOf({ project: small.project, findings: small.findings })) {
      const candidate = without(small, path)
      if (await differs(candidate, typeof engine)) small = candidate
    }
  }
  const { project, mode, request } = small
  const [first] = (await compare(small)).disagreements
  return first === undefined ? null : { ...first, project, mode, request }
}

/** Whether they still differ, and not only about refusing what is no finding any more. */
async function differs(sample: Sample, answer: string): Promise<boolean> {
  try {
    return (await compare(sample)).disagreements.some(({ engine }) => typeof engine === answer)
  } catch {
    // What is taken away was needed for the set to load.
    return false
  }
}

/** Where items and members stand, the outermost first and the last before the first, so that none moves. */
function pathsOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return []
  const members = Object.entries(value).reverse()
  const below = members.flatMap(([key, member]) => pathsOf(member).map((path) => [key, ...path]))
  return [...members.map(([key]) => [key]), ...below].sort((a, b) => a.length - b.length)
}

function without<Value>(value: Value, [key, ...rest]: readonly string[]): Value {
  if (key === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value
  const member: unknown = Reflect.get(value, key)
  if (Array.isArray(value)) {
    const at = Number(key)
    return Object.assign(rest.length === 0 ? value.toSpliced(at, 1) : value.with(at, without(member, rest)))
  }
  const others = Object.entries(value).filter(([name]) => name !== key)
  return Object.assign(Object.fromEntries(rest.length === 0 ? others : [...others, [key, without(member, rest)]]))
}
