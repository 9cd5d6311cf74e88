/**
 * Operators on what a field holds as a whole: `exists`, `any-of`, `all-of`, `none-of`.
 *
 * Only `exists` says anything about a field that is absent. `none-of` wants values, none of which fits: of nothing
 * it says no.
 */
import { Type } from '@sinclair/typebox'
import type { Json } from '../contracts/json.js'
import { defineOperator, type Operator } from './operator.js'

const clauses = Type.Array(Type.Unsafe<Json>(Type.Unknown({ $comment: 'clause' })), { minItems: 1, maxItems: 1000 })
const wants = 'a list of values or operators that is not empty'
const kinds = ['string', 'number', 'severity', 'time', 'raw'] as const

export const exists = defineOperator({
  about: 'The field is there (`true`) or is not (`false`).',
  operand: Type.Boolean(),
  wants: '`true` or `false`',
  kinds,
  compile: (wanted) => ({ is: 'exists', wanted }),
})

export const oneOf = overClauses('some', 'Some value fits at least one of these.')

export const everyOf = overClauses('every', 'Each of these is fitted by some value: a list that holds them all.')

export const noneOf = overClauses('none', 'There are values, and none of them fits any of these.')

/** An operator that takes a list of clauses and judges the same values by each of them. */
function overClauses(is: 'some' | 'every' | 'none', about: string): Operator {
  return defineOperator({
    about,
    operand: clauses,
    wants,
    kinds,
    compile: (operand, context) => ({ is, of: operand.map((part, index) => context.compile(part, [index])) }),
  })
}
