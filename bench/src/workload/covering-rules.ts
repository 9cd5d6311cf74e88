/**
 * Rules that share the findings out among themselves: each finding fits exactly one of them.
 *
 * The findings are split by one feature after the other until there are about as many parts as rules are wanted; the
 * way to a part is its rule. Clauses that all findings of the part fit anyway are added, as people do.
 */
import type { Facts } from './facts.js'
import { type Feature, features } from './features.js'
import { paddingFor } from './padding.js'
import type { Random } from './random.js'
import type { Clause } from './rule.js'

/** About `wanted` lists of clauses, 2 to 5 clauses each. */
export function coveringRules(all: readonly Facts[], wanted: number, random: Random): readonly (readonly Clause[])[] {
  return split(all, wanted, [], random)
}

/** One clause names so many values at most. */
const longestList = 6

function split(
  part: readonly Facts[],
  wanted: number,
  clauses: readonly Clause[],
  random: Random,
): readonly (readonly Clause[])[] {
  const found = wanted < 1.5 || clauses.length >= 4 ? null : chooseFeature(part, wanted, clauses, random)
  if (found === null) return [[...clauses, ...paddingFor(part, clauses, random)]]
  return groupsOf(found, wanted, random).flatMap((classes) => {
    const inside = classes.flatMap((name) => found.classes.get(name) ?? [])
    const share = (wanted * inside.length) / part.length
    return split(inside, share, [...clauses, found.feature.clause(classes)], random)
  })
}

interface Split {
  readonly feature: Feature
  readonly classes: ReadonlyMap<string, readonly Facts[]>
}

/** A feature that splits this part into about as many as wanted; likelier the nearer it comes and the more usual it is. */
function chooseFeature(
  part: readonly Facts[],
  wanted: number,
  clauses: readonly Clause[],
  random: Random,
): Split | null {
  const fitting = features
    .filter(({ field }) => !clauses.some((clause) => clause.field === field))
    .flatMap((feature) => {
      const classes = classify(part, feature)
      return classes === null || !suits(feature, classes.size, wanted) ? [] : [{ feature, classes }]
    })
  const weights = fitting.map(({ feature, classes }) => feature.weight * Math.sqrt(Math.min(classes.size, wanted)))
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, one] of fitting.entries()) {
    left -= weights[index] ?? 0
    if (left < 0) return one
  }
  return null
}

function suits(feature: Feature, classes: number, wanted: number): boolean {
  if (classes < 2) return false
  return feature.many ? classes <= wanted * longestList : classes <= wanted * 1.5
}

/** `null` where some finding has no class: no clause of the feature would fit it. */
function classify(part: readonly Facts[], feature: Feature): ReadonlyMap<string, readonly Facts[]> | null {
  const classes = new Map<string, Facts[]>()
  for (const facts of part) {
    const name = feature.classOf(facts)
    if (name === null) return null
    const list = classes.get(name)
    if (list === undefined) classes.set(name, [facts])
    else list.push(facts)
  }
  return classes
}

function groupsOf({ feature, classes }: Split, wanted: number, random: Random): readonly (readonly string[])[] {
  const names = random.sample([...classes.keys()], classes.size)
  const size = feature.many ? Math.max(1, Math.ceil(names.length / wanted)) : 1
  return Array.from({ length: Math.ceil(names.length / size) }, (_, index) =>
    names.slice(index * size, (index + 1) * size),
  )
}
