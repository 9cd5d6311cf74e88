/** Whether a number keeps to bounds, as `numeric` has them. */
import type { Bound } from '../contracts/predicate.js'

/** True if it keeps to all of them. */
export function isWithin(number: number, bounds: readonly Bound[]): boolean {
  return bounds.every((bound) => keepsTo(number, bound))
}

function keepsTo(number: number, { sign, number: bound }: Bound): boolean {
  switch (sign) {
    case '=':
      return number === bound
    case '<':
      return number < bound
    case '<=':
      return number <= bound
    case '>':
      return number > bound
    case '>=':
      return number >= bound
    default:
      return sign satisfies never
  }
}
