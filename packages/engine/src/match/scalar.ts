/**
 * A plain value in a match: whether it can ever equal what the field holds.
 *
 * A value that never can (a misspelt label, an account id without its leading zero) is an error and not a rule that
 * silently never matches, or, behind `anything-but`, always does.
 */
import { checkClosedValue } from '../contracts/closed-values.js'
import type { Code } from '../contracts/codes.js'
import type { Field } from '../contracts/fields.js'
import type { Scalar } from '../contracts/predicate.js'

export interface ScalarProblem {
  readonly code: Code
  readonly message: string
  readonly hint: string | null
}

/** What is wrong with this value on this field, or `null`. */
export function checkScalar(value: Scalar, field: Field): ScalarProblem | null {
  const { name, info } = field
  if (info.kind === 'raw') return null
  if (info.kind === 'time') {
    return operatorProblem(`\`${name}\` is a time, which no value equals`, 'use `older-than` or `newer-than`')
  }
  if (info.kind === 'number') {
    return typeof value === 'number' ? null : operatorProblem(`\`${name}\` is a number, not ${show(value)}`, null)
  }
  if (typeof value !== 'string') {
    return operatorProblem(`\`${name}\` is a text, not ${show(value)}`, `quote it: \`"${String(value)}"\``)
  }
  const problem = checkClosedValue(name, value)
  return problem === null ? null : { code: 'document.value', ...problem }
}

function operatorProblem(message: string, hint: string | null): ScalarProblem {
  return { code: 'rules.operator', message, hint }
}

function show(value: Scalar): string {
  return `the ${typeof value === 'string' ? 'text' : typeof value} \`${String(value)}\``
}
