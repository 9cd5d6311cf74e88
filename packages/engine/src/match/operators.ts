/**
 * Every operator that a match may use, by its word.
 *
 * The reference and the schemas for editors are generated from this table.
 */
import { anythingBut } from './anything-but.js'
import { cidr } from './cidr-operator.js'
import { everyOf, exists, noneOf, oneOf } from './list-operators.js'
import { numeric } from './number-operators.js'
import type { Operator } from './operator.js'
import { regex } from './regex-operator.js'
import { atLeast, atMost } from './severity-operators.js'
import { equalsIgnoreCase, group, prefix, suffix, wildcard } from './text-operators.js'
import { newerThan, olderThan } from './time-operators.js'

/** Operators by the name that documents use; the reference and the schemas for editors come from this table. */
export const operators: { readonly [name: string]: Operator } = {
  prefix,
  suffix,
  wildcard,
  'anything-but': anythingBut,
  'equals-ignore-case': equalsIgnoreCase,
  numeric,
  exists,
  cidr,
  'at-least': atLeast,
  'at-most': atMost,
  'older-than': olderThan,
  'newer-than': newerThan,
  regex,
  group,
  'any-of': oneOf,
  'all-of': everyOf,
  'none-of': noneOf,
}
