import type { Bound } from '../contracts/predicate.js'

/** True for a number that keeps to all of these bounds. */
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
