/**
 * `older-than` and `newer-than`: how long ago something was, as an age such as `30d`.
 *
 * Both compare instants with the subject's `now`, never texts. Exactly as old as said is neither.
 */
import { Type } from '@sinclair/typebox'
import type { Predicate } from '../contracts/predicate.js'
import { defineOperator, type OperatorContext } from './operator.js'

const units = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const
const operand = Type.String({ maxLength: 20 })
const wants = 'an age such as `30d` (units `m`, `h`, `d`, `w`)'
const kinds = ['time', 'raw'] as const

export const olderThan = defineOperator({
  about: 'The time is longer ago than this age: minutes `m`, hours `h`, days `d`, weeks `w`.',
  operand,
  wants,
  kinds,
  compile: (age, context) => compileAge('older', age, context),
})

export const newerThan = defineOperator({
  about: 'The time is less long ago than this age, or still to come.',
  operand,
  wants,
  kinds,
  compile: (age, context) => compileAge('newer', age, context),
})

function compileAge(is: 'older' | 'newer', age: string, context: OperatorContext): Predicate {
  const than = parseAge(age)
  return than === null ? context.report('rules.date', `\`${age}\` is no age`, wants) : { is, than }
}

/** Milliseconds of an age such as `30d`, or `null`. */
export function parseAge(age: string): number | null {
  const parts = /^([1-9][0-9]{0,5})([mhdw])$/.exec(age)
  const unit = new Map(Object.entries(units)).get(parts?.[2] ?? '')
  return unit === undefined ? null : Number(parts?.[1]) * unit
}
