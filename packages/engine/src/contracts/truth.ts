/**
 * Logic with three values, by Kleene: a `no` decides an `and`, a `yes` decides an `or`, and otherwise doubt wins.
 *
 * So the order of clauses never matters, and `unknown` never becomes `yes`.
 */
import type { Truth } from './match.js'

/** `yes` of nothing: an empty conjunction holds. */
export function allOf(truths: Iterable<Truth>): Truth {
  let result: Truth = 'yes'
  for (const truth of truths) {
    if (truth === 'no') return 'no'
    if (truth === 'unknown') result = 'unknown'
  }
  return result
}

/** `no` of nothing: an empty disjunction does not hold. */
export function anyOf(truths: Iterable<Truth>): Truth {
  let result: Truth = 'no'
  for (const truth of truths) {
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
