/**
 * `numeric`: one or two comparisons, written as in EventBridge: `[">=", 40, "<", 70]`.
 *
 * A text that looks like a number is not one.
 */
import { Type } from '@sinclair/typebox'
import { defineOperator } from './operator.js'

const sign = Type.Union([
  Type.Literal('='),
  Type.Literal('<'),
  Type.Literal('<='),
  Type.Literal('>'),
  Type.Literal('>='),
])

export const numeric = defineOperator({
  about: 'The number compares so: `[">=", 70]`, or within a range: `[">=", 40, "<", 70]`.',
  operand: Type.Union([Type.Tuple([sign, Type.Number()]), Type.Tuple([sign, Type.Number(), sign, Type.Number()])]),
  wants: 'a list such as `[">=", 40]` or `[">=", 40, "<", 70]`',
  kinds: ['number', 'raw'],
  compile([sign, number, secondSign, secondNumber]) {
    const first = { sign, number }
    if (secondSign === undefined || secondNumber === undefined) return { is: 'number', bounds: [first] }
    return { is: 'number', bounds: [first, { sign: secondSign, number: secondNumber }] }
  },
})
