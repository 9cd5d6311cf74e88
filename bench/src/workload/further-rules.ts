/**
 * Rules beside those that share the findings out: some match a second and third time, most just miss.
 *
 * A near miss is made of clauses that one finding fits, and one that only another does.
 */
import type { MatchCounter } from './count-matches.js'
import type { Facts } from './facts.js'
import { features } from './features.js'
import type { Random } from './random.js'
import type { Clause } from './rule.js'

/** No finding is matched by more rules than this. */
export const mostMatches = 3

export interface Further {
  /** Rules that should match something. */
  readonly overlapping: number
  readonly missing: number
}

/** `counts` holds for each finding how many rules match it so far, and is kept up to date. */
export function furtherRules(
  all: readonly Facts[],
  wanted: Further,
  counter: MatchCounter,
  counts: Uint8Array,
  random: Random,
): readonly (readonly Clause[])[] {
  const made: (readonly Clause[])[] = []
  const seen = new Set<string>()
  const least = Math.min(all.length / 12, (0.4 * all.length) / Math.max(1, wanted.overlapping))
  for (let overlapping = 0, tries = 0; made.length < wanted.overlapping + wanted.missing; tries++) {
    const overlaps = overlapping < wanted.overlapping && tries < 30 * wanted.overlapping
    const base = random.pick(all)
    const clauses = fittingClauses(base, 2 + random.below(overlaps && wanted.overlapping < 20 ? 1 : 3), random)
    const drafted = overlaps ? clauses : missed(clauses, base, random.pick(all), random)
    const key = JSON.stringify(drafted)
    if (drafted.length < 2 || seen.has(key)) continue
    const matched = counter.matched({ clauses: drafted }, (index) => (counts[index] ?? 0) < mostMatches)
    if (matched === null) continue
    if (overlaps ? matched.length < least : matched.length > all.length / 100) continue
    for (const index of matched) counts[index] = (counts[index] ?? 0) + 1
    if (overlaps) overlapping += 1
    seen.add(key)
    made.push(drafted)
  }
  return made
}

/** So many clauses on different fields that the finding fits. */
function fittingClauses(facts: Facts, count: number, random: Random): readonly Clause[] {
  const clauses: Clause[] = []
  for (const feature of random.sample(features, features.length)) {
    if (clauses.length >= count) break
    const name = feature.classOf(facts)
    if (name === null || clauses.some(({ field }) => field === feature.field)) continue
    clauses.push(feature.clause([name]))
  }
  return clauses
}

/** The same clauses and one more that the other finding fits and this one does not. */
function missed(clauses: readonly Clause[], base: Facts, other: Facts, random: Random): readonly Clause[] {
  const differing = features.filter((feature) => {
    const name = feature.classOf(other)
    return name !== null && name !== feature.classOf(base) && !clauses.some(({ field }) => field === feature.field)
  })
  if (differing.length === 0) return []
  const feature = random.pick(differing)
  const added = feature.clause([feature.classOf(other) ?? ''])
  return random.sample([...clauses, added], clauses.length + 1)
}
