/**
 * What an operator is: a word in a match, the operand that it takes, and the predicate that it stands for.
 *
 * An operator checks and translates; it judges nothing. What it wants is judged by `create-judge.ts`, which knows no words.
 */
import type { Static, TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { Code } from '../contracts/codes.js'
import type { FieldKind } from '../contracts/field-table.js'
import type { Field } from '../contracts/fields.js'
import type { Json } from '../contracts/json.js'
import type { Predicate } from '../contracts/predicate.js'

/** What an operator may ask for while it compiles. `report` gives the predicate that stands for a wrong one. */
export interface OperatorContext {
  /** The operator's own word, for messages. */
  readonly name: string
  readonly field: Field
  readonly groups: { readonly [name: string]: readonly string[] }
  report(code: Code, message: string, hint?: string | null, path?: readonly (string | number)[]): Predicate
  /** Compiles a value that stands inside the operand, at this path below it. */
  compile(value: Json, path: readonly (string | number)[]): Predicate
}

export interface Operator {
  /** One sentence for the reference. */
  readonly about: string
  /** Schema of the operand, for editors. */
  readonly operand: TSchema
  /** The operand in words, for messages: `a text`. */
  readonly wants: string
  /** Kinds of fields that it may stand on. */
  readonly kinds: readonly FieldKind[]
  compile(operand: Json, context: OperatorContext): Predicate
}

interface OperatorDefinition<Operand extends TSchema> {
  readonly about: string
  readonly operand: Operand
  readonly wants: string
  readonly kinds: readonly FieldKind[]
  compile(operand: Static<Operand>, context: OperatorContext): Predicate
}

/** Makes an operator; `compile` is only called with an operand that fits the schema. */
export function defineOperator<Operand extends TSchema>(definition: OperatorDefinition<Operand>): Operator {
  const { operand: schema, wants } = definition
  return {
    ...definition,
    compile: (operand, context) =>
      Value.Check(schema, operand)
        ? definition.compile(operand, context)
        : context.report('rules.operator', `\`${context.name}\` wants ${wants}, not \`${shown(operand)}\``),
  }
}

function shown(operand: Json): string {
  const text = JSON.stringify(operand)
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}
