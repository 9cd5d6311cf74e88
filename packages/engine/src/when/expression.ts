/**
 * A `when` after it was read: the same tree as the JSONLogic, with every name resolved to a field.
 *
 * Only what is in these types ever reaches the library.
 */
import type { Field } from '../contracts/fields.js'
import type { Json } from '../contracts/json.js'

/** Operators with the least and the most operands; `var` and `missing` are read apart. */
export const arities = {
  and: [1, 100],
  or: [1, 100],
  '!': [1, 1],
  '!!': [1, 1],
  if: [3, 99],
  '==': [2, 2],
  '===': [2, 2],
  '!=': [2, 2],
  '!==': [2, 2],
  '<': [2, 3],
  '<=': [2, 3],
  '>': [2, 2],
  '>=': [2, 2],
  in: [2, 2],
  some: [2, 2],
  all: [2, 2],
  none: [2, 2],
  filter: [2, 2],
  map: [2, 2],
} as const

export type Operation = keyof typeof arities

export const whenLimits = { nodes: 500, depth: 20, steps: 100_000 } as const

/** `pointer` is the place in the document, for problems. */
export type Expression = { readonly pointer: string } & (
  | { readonly kind: 'literal'; readonly value: Json; readonly time: boolean }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | VariableShape
  /** `{ "var": "" }` inside `some`, `all`, `none`, `filter`, `map`. */
  | { readonly kind: 'item' }
  | { readonly kind: 'missing'; readonly names: readonly Name[] }
  | { readonly kind: 'call'; readonly operation: Operation; readonly operands: readonly Expression[] }
)

export interface Name {
  readonly name: string
  readonly field: Field
}

interface VariableShape extends Name {
  readonly kind: 'variable'
  /** Where a list is wanted a raw path gives all its values; elsewhere it must have one. */
  readonly list: boolean
  /** Used where the field is absent; `undefined` where the condition is in doubt then. */
  readonly fallback: Json | undefined
}

export type Variable = Extract<Expression, { readonly kind: 'variable' }>

export function isOperation(name: string): name is Operation {
  return Object.hasOwn(arities, name)
}

/** True for operations whose second operand is judged about each item of the first. */
export function isIteration(operation: Operation): boolean {
  return ['some', 'all', 'none', 'filter', 'map'].includes(operation)
}

/** Every variable of an expression, in the order of the text. */
export function variablesOf(expression: Expression): readonly Variable[] {
  if (expression.kind === 'variable') return [expression]
  if (expression.kind === 'list') return expression.items.flatMap(variablesOf)
  return expression.kind === 'call' ? expression.operands.flatMap(variablesOf) : []
}

/** Every name that `missing` asks about. */
export function namesAskedFor(expression: Expression): readonly Name[] {
  if (expression.kind === 'missing') return expression.names
  if (expression.kind === 'list') return expression.items.flatMap(namesAskedFor)
  return expression.kind === 'call' ? expression.operands.flatMap(namesAskedFor) : []
}
