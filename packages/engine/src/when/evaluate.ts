/**
 * Hands a checked expression and its values to `json-logic-js`, which does the judging.
 *
 * The library sees numbered slots instead of names, and in them single values and lists of single values only. So
 * nothing in a finding can be a path, a prototype or an operator to it. Its operator table is shared by the whole
 * process and is never changed.
 */
import jsonLogic, { type RulesLogic } from 'json-logic-js'
import type { Json } from '../contracts/json.js'
import { type Expression, variablesOf } from './expression.js'

/** What stands in each variable, and which names `missing` finds absent. */
export interface Values {
  valueOf(variable: Expression): Json
  isAbsent(name: string): boolean
}

export function evaluate(expression: Expression, values: Values): boolean {
  const variables = variablesOf(expression)
  const data: Record<string, Json> = Object.create(null)
  for (const [slot, variable] of variables.entries()) data[`v${slot}`] = values.valueOf(variable)
  const slots = new Map<Expression, string>(variables.map((variable, slot) => [variable, `v${slot}`]))
  const logic = toLogic(expression, slots, values)
  const result: unknown = isLogic(logic) ? jsonLogic.apply(logic, data) : logic
  return jsonLogic.truthy(result)
}

function toLogic(expression: Expression, slots: ReadonlyMap<Expression, string>, values: Values): Json {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'item':
      return { var: '' }
    case 'variable':
      return { var: slots.get(expression) ?? 'none' }
    case 'missing':
      return expression.names.map(({ name }) => name).filter((name) => values.isAbsent(name))
    case 'list':
      return expression.items.map((item) => toLogic(item, slots, values))
    case 'call':
      return { [expression.operation]: expression.operands.map((operand) => toLogic(operand, slots, values)) }
    default:
      return expression satisfies never
  }
}

function isLogic(value: unknown): value is RulesLogic {
  return typeof value === 'object' && value !== null
}
