/**
 * Types of what stands in a `when`, so that nothing is ever coerced.
 *
 * JSONLogic compares anything with anything; here both sides must be of one type. `any` is a raw value before a
 * finding is at hand; while a finding is judged there is no `any`.
 */
import type { FieldKind } from '../contracts/field-table.js'
import type { Json } from '../contracts/json.js'
import type { Scalar } from '../contracts/predicate.js'

export type ScalarType = 'string' | 'number' | 'boolean' | 'severity' | 'time' | 'any'

export type Type =
  | { readonly kind: 'scalar'; readonly of: ScalarType }
  /** `of` holds each type that an item has; empty for an empty list. */
  | { readonly kind: 'list'; readonly of: readonly ScalarType[] }

export const boolean: Type = { kind: 'scalar', of: 'boolean' }

export function typeOfKind(kind: FieldKind): ScalarType {
  return kind === 'raw' ? 'any' : kind
}

export function typeOfScalar(value: Scalar): ScalarType {
  if (typeof value === 'string') return 'string'
  return typeof value === 'number' ? 'number' : 'boolean'
}

/** True if values of both types may be told equal or not: one type, or labels and texts. */
export function areComparable(a: ScalarType, b: ScalarType): boolean {
  return a === 'any' || b === 'any' || a === b || (isText(a) && isText(b))
}

/** True if values of both types have an order: numbers and times. Texts have none that a person would mean. */
export function areOrdered(a: ScalarType, b: ScalarType): boolean {
  if (a === 'any' || b === 'any') return [a, b].every((type) => ['any', 'number', 'time'].includes(type))
  return a === b && (a === 'number' || a === 'time')
}

export function describeType(type: Type): string {
  if (type.kind === 'list') return 'a list'
  const { of } = type
  if (of === 'string') return 'a text'
  return of === 'any' ? 'a raw value' : `a ${of}`
}

/** A list counts as true if it has items, as JSONLogic says; single values other than true and false do not count. */
export function isTruth(type: Type): boolean {
  return type.kind === 'list' || type.of === 'boolean' || type.of === 'any'
}

export function isScalar(value: Json): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function isText(type: ScalarType): boolean {
  return type === 'string' || type === 'severity'
}
