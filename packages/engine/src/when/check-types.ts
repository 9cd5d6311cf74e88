/**
 * Checks that an expression coerces nothing: both sides of a comparison have one type, conditions are conditions,
 * and membership is asked of lists.
 *
 * It runs twice. At load the types of raw values are open; while a finding is judged they are known, and so is the
 * length of every list, from which the work is counted before it is done.
 */
import { type Expression, type Variable, whenLimits } from './expression.js'
import { boolean, describeType, isScalar, isTruth, type ScalarType, type Type, typeOfScalar } from './type.js'
import { type Call, refuse, type TypeReporter, typeOfCall } from './type-of-call.js'

export interface TypeChecker extends TypeReporter {
  typeOf(variable: Variable): Type
  /** How many values stand in a variable. */
  sizeOf(variable: Variable): number
}

/** Reports whatever does not fit; a condition that passes gives true or false and nothing else. */
export function checkTypes(expression: Expression, checker: TypeChecker): void {
  const checked = check(expression, null, checker)
  if (checked === null) return
  requireTruth(expression, checked, 'a condition', checker)
  if (checked.steps > whenLimits.steps) {
    checker.report(expression.pointer, `the condition takes more than ${whenLimits.steps} steps`, null)
  }
}

interface Checked {
  readonly type: Type
  /** At most so many steps. */
  readonly steps: number
  /** At most so many items, for a list. */
  readonly size: number
}

/** `null` after a problem was reported, so that one mistake is told once. */
function check(expression: Expression, item: ScalarType | null, checker: TypeChecker): Checked | null {
  switch (expression.kind) {
    case 'literal':
      return isScalar(expression.value)
        ? one({ kind: 'scalar', of: expression.time ? 'time' : typeOfScalar(expression.value) })
        : null
    case 'item':
      return item === null ? null : one({ kind: 'scalar', of: item })
    case 'variable':
      return { type: checker.typeOf(expression), steps: 1, size: checker.sizeOf(expression) }
    case 'missing':
      return { type: { kind: 'list', of: ['string'] }, steps: expression.names.length, size: expression.names.length }
    case 'list':
      return checkList(expression.items, expression.pointer, item, checker)
    case 'call':
      return checkCall(expression, item, checker)
    default:
      return expression satisfies never
  }
}

function checkList(
  items: readonly Expression[],
  pointer: string,
  item: ScalarType | null,
  checker: TypeChecker,
): Checked | null {
  const checked = items.map((each) => check(each, item, checker))
  const types = new Set<ScalarType>()
  for (const each of checked) {
    if (each === null) return null
    if (each.type.kind === 'list') {
      checker.report(pointer, 'a list stands in a list', null)
      return null
    }
    types.add(each.type.of)
  }
  return { type: { kind: 'list', of: [...types] }, steps: 1 + sum(checked), size: items.length }
}

function checkCall(call: Call, item: ScalarType | null, checker: TypeChecker): Checked | null {
  const { operation, operands } = call
  switch (operation) {
    case 'some':
    case 'all':
    case 'none':
    case 'filter':
    case 'map':
      return checkIteration(call, item, checker)
    default: {
      const checked = operands.map((operand) => check(operand, item, checker))
      const types = checked.flatMap((each) => (each === null ? [] : [each.type]))
      if (types.length < operands.length) return null
      const type = typeOfCall(call, operation, types, checker)
      return type === null
        ? null
        : { type, steps: 1 + sum(checked), size: Math.max(0, ...checked.map((each) => each?.size ?? 0)) }
    }
  }
}

function checkIteration(call: Call, outer: ScalarType | null, checker: TypeChecker): Checked | null {
  const [listOperand, body] = call.operands
  if (listOperand === undefined || body === undefined) return null
  const list = check(listOperand, outer, checker)
  if (list === null) return null
  if (list.type.kind !== 'list') {
    refuse(call, `\`${call.operation}\` wants a list first, not ${describeType(list.type)}`, checker)
    return null
  }
  const results: ScalarType[] = []
  let bodySteps = 1
  for (const each of list.type.of) {
    const checked = check(body, each, checker)
    if (checked === null) return null
    bodySteps = Math.max(bodySteps, checked.steps)
    if (call.operation !== 'map' && !requireTruth(body, checked, `\`${call.operation}\``, checker)) return null
    if (checked.type.kind === 'scalar') results.push(checked.type.of)
    else if (call.operation === 'map') return refuse(call, '`map` gives single values only', checker)
  }
  const steps = list.steps + list.size * bodySteps
  if (call.operation === 'filter') return { type: list.type, steps, size: list.size }
  if (call.operation === 'map') return { type: { kind: 'list', of: [...new Set(results)] }, steps, size: list.size }
  return { type: boolean, steps, size: 0 }
}

function requireTruth(expression: Expression, checked: Checked, who: string, checker: TypeChecker): boolean {
  if (isTruth(checked.type)) return true
  checker.report(expression.pointer, `${who} is true or false, not ${describeType(checked.type)}`, null)
  return false
}

function one(type: Type): Checked {
  return { type, steps: 1, size: 0 }
}

function sum(checked: readonly (Checked | null)[]): number {
  return checked.reduce((total, each) => total + (each?.steps ?? 0), 0)
}
