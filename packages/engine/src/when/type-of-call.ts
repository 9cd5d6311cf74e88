/**
 * What an operation gives, from the types of its operands, or a report of why it cannot be judged.
 */
import { checkClosedValue } from '../contracts/closed-values.js'
import type { Expression, Operation } from './expression.js'
import { areComparable, areOrdered, boolean, describeType, isTruth, type ScalarType, type Type } from './type.js'

export type Call = Extract<Expression, { readonly kind: 'call' }>

/** Where problems of types go. */
export interface TypeReporter {
  report(pointer: string, message: string, hint: string | null): void
}

/** Reports and gives `null`, so that one mistake is told once. */
export function refuse(call: Call, message: string, checker: TypeReporter, hint: string | null = null): null {
  checker.report(call.pointer, message, hint)
  return null
}

export function typeOfCall(
  call: Call,
  operation: Exclude<Operation, 'some' | 'all' | 'none' | 'filter' | 'map'>,
  types: readonly Type[],
  checker: TypeReporter,
): Type | null {
  switch (operation) {
    case 'and':
    case 'or':
    case '!':
    case '!!': {
      const wrong = types.find((type) => !isTruth(type))
      return wrong === undefined
        ? boolean
        : refuse(call, `\`${operation}\` wants conditions, not ${describeType(wrong)}`, checker)
    }
    case 'if':
      return typeOfIf(call, types, checker)
    case 'in':
      return typeOfIn(call, types, checker)
    case '==':
    case '===':
    case '!=':
    case '!==':
      return typeOfComparison(call, types, areComparable, checker)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return typeOfComparison(call, types, areOrdered, checker)
    default:
      return operation satisfies never
  }
}

function typeOfComparison(
  call: Call,
  types: readonly Type[],
  fits: (a: ScalarType, b: ScalarType) => boolean,
  checker: TypeReporter,
): Type | null {
  const [first, ...others] = types
  for (const other of others) {
    if (first?.kind !== 'scalar' || other.kind !== 'scalar' || !fits(first.of, other.of)) {
      const sides = types.map(describeType).join(' with ')
      const hint = fits === areOrdered ? 'only numbers and times have an order; use `in` for labels' : null
      return refuse(call, `\`${call.operation}\` cannot compare ${sides}`, checker, hint)
    }
  }
  return checkLabels(call, call.operands, checker) ? boolean : null
}

function typeOfIn(call: Call, [needle, list]: readonly Type[], checker: TypeReporter): Type | null {
  if (needle?.kind !== 'scalar') return refuse(call, '`in` wants a single value first', checker)
  if (list?.kind !== 'list') {
    const hint = 'parts of a text are asked for by `prefix`, `suffix` or `wildcard` in the match'
    return refuse(call, '`in` wants a list second', checker, hint)
  }
  const other = list.of.find((each) => !areComparable(needle.of, each))
  if (other !== undefined) {
    const found = describeType({ kind: 'scalar', of: other })
    return refuse(call, `\`in\` cannot find ${describeType(needle)} in a list that holds ${found}`, checker)
  }
  const [first, second] = call.operands
  const literals = second?.kind === 'list' ? second.items : []
  return first === undefined || checkLabels(call, [first, ...literals], checker) ? boolean : null
}

/** A label that the field never has is a mistake, alone or negated. */
function checkLabels(call: Call, operands: readonly Expression[], checker: TypeReporter): boolean {
  const variable = operands.find((operand) => operand.kind === 'variable')
  if (variable?.kind !== 'variable') return true
  for (const operand of operands) {
    if (operand.kind !== 'literal' || typeof operand.value !== 'string') continue
    const problem = checkClosedValue(variable.field.name, operand.value)
    if (problem !== null) {
      checker.report(operand.pointer === '' ? call.pointer : operand.pointer, problem.message, problem.hint)
      return false
    }
  }
  return true
}

/** Conditions stand at 0, 2, 4, …; the values at 1, 3, … and last, and all of them have one type. */
function typeOfIf(call: Call, types: readonly Type[], checker: TypeReporter): Type | null {
  const isCondition = (index: number): boolean => index % 2 === 0 && index < types.length - 1
  const wrong = types.find((type, index) => isCondition(index) && !isTruth(type))
  if (wrong !== undefined) return refuse(call, `\`if\` wants a condition, not ${describeType(wrong)}`, checker)
  const [first, ...values] = types.filter((_, index) => !isCondition(index))
  if (first?.kind !== 'scalar') return refuse(call, '`if` gives single values only', checker)
  const other = values.find((type) => type.kind !== 'scalar' || !areComparable(first.of, type.of))
  if (other === undefined) return first
  return refuse(call, `\`if\` gives ${describeType(first)} or ${describeType(other)}`, checker)
}
