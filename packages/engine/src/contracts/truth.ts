/**
 * Logic with three values, by Kleene: a `no` decides an `and`, a `yes` decides an `or`, and otherwise doubt wins.
 *
 * So the order of clauses never matters, and `unknown` never becomes `yes`.
 */
import type { Truth } from './match.js'

/** `yes` of nothing: an empty conjunction holds. */
export function allOf(truths: readonly Truth[]): Truth {
  return allHold(truths, itself)
}

/** `no` of nothing: an empty disjunction does not hold. */
export function anyOf(truths: readonly Truth[]): Truth {
  return anyHolds(truths, itself)
}

/** As `allOf`; judges no further than the first `no`. */
export function allHold<Item>(items: readonly Item[], judge: (item: Item) => Truth): Truth {
  let result: Truth = 'yes'
  for (const item of items) {
    const truth = judge(item)
    if (truth === 'no') return 'no'
    if (truth === 'unknown') result = 'unknown'
  }
  return result
}

/** As `anyOf`; judges no further than the first `yes`. */
export function anyHolds<Item>(items: readonly Item[], judge: (item: Item) => Truth): Truth {
  let result: Truth = 'no'
  for (const item of items) {
    const truth = judge(item)
    if (truth === 'yes') return 'yes'
    if (truth === 'unknown') result = 'unknown'
  }
  return result
}

export function negate(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : truthOf(truth === 'no')
}

export function truthOf(holds: boolean): Truth {
  return holds ? 'yes' : 'no'
}

function itself(truth: Truth): Truth {
  return truth
}
