/** What a clause of plain values comes to, so that a bundle need not say it again. */
import type { Json } from '../contracts/json.js'
import type { Predicate, Scalar } from '../contracts/predicate.js'

/** The predicate of a single value or a list of them; `null` where an operator stands. */
export function plainTest(wanted: Json): Predicate | null {
  if (isScalar(wanted)) return { is: 'in', values: [wanted] }
  if (!Array.isArray(wanted)) return null
  const list: readonly Json[] = wanted
  return list.length > 0 && list.every(isScalar) ? { is: 'in', values: list } : null
}

function isScalar(value: Json): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
