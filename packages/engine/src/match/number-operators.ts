/**
 * `numeric`: one or two comparisons, written as in EventBridge: `[">=", 40, "<", 70]`.
 *
 * A text that looks like a number is not one.
 */
import { Type } from '@sinclair/typebox'
import { anyValue, defineOperator } from './operator.js'

const signs = {
  '=': (a: number, b: number) => a === b,
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
} as const

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
  compile([sign, bound, secondSign, secondBound]) {
    const first = signs[sign]
    const second = secondSign === undefined || secondBound === undefined ? null : signs[secondSign]
    return anyValue(
      (value) =>
        typeof value === 'number' &&
        first(value, bound) &&
        (second === null || secondBound === undefined || second(value, secondBound)),
    )
  },
})
