/**
 * Dates written in a `when`: `2026-01-31` or a full ISO 8601 time with its zone.
 *
 * The library compares times as text, so a date becomes the form that findings have: UTC with milliseconds.
 */
import type { Json } from '../contracts/json.js'
import type { Expression } from './expression.js'

/** The literals of a comparison with a time, as times. Others stay as they are, and do not fit its type. */
export function withTimes(operands: readonly Expression[]): readonly Expression[] {
  const isTime = operands.some((operand) => operand.kind === 'variable' && operand.field.info.kind === 'time')
  if (!isTime) return operands
  return operands.map((operand) => {
    if (operand.kind === 'list') return { ...operand, items: operand.items.map(asTime) }
    return asTime(operand)
  })
}

/** The same instant in the form of findings, or `null` for what is no date. */
export function normaliseTime(value: Json): string | null {
  if (typeof value !== 'string') return null
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/.test(value)) return null
  const [year, month, day] = value.slice(0, 10).split('-').map(Number)
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day))
  const instant = Date.parse(value)
  return Number.isNaN(instant) || date.toISOString().slice(0, 10) !== value.slice(0, 10)
    ? null
    : new Date(instant).toISOString()
}

function asTime(operand: Expression): Expression {
  const time = operand.kind === 'literal' ? normaliseTime(operand.value) : null
  return operand.kind === 'literal' && time !== null ? { ...operand, value: time, time: true } : operand
}
