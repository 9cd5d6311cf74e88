/**
 * Rules that are all equality on the same three fields: control, account and Region.
 *
 * Half are taken from a finding each; the others name values that occur, in a combination that does not.
 */
import type { Facts } from './facts.js'
import type { Random } from './random.js'
import type { Clause } from './rule.js'

const fields = ['control', 'account', 'region'] as const

export function sameFieldRules(all: readonly Facts[], count: number, random: Random): readonly (readonly Clause[])[] {
  const made = new Map<string, readonly Clause[]>()
  const taken = new Set(all.map((facts) => keyOf(fields.map((field) => facts[field]))))
  // Few findings have few combinations; the rest are near misses then.
  const half = Math.min(count / 2, taken.size / 2)
  while (made.size < count) {
    const fits = made.size < half
    const one = random.pick(all)
    const values = fields.map((field) => String((fits ? one : random.pick(all))[field]))
    const key = keyOf(values)
    if (taken.has(key) !== fits) continue
    made.set(
      key,
      fields.map((field, index): Clause => ({ field, operator: 'equals', value: values[index] ?? '' })),
    )
  }
  return [...made.values()]
}

function keyOf(values: readonly unknown[]): string {
  return values.join(' ')
}
