/**
 * What an operator is: a word in a match, the operand that it takes, and the judgement that it makes.
 *
 * An operator only ever sees values that are there and can be read. Absence is one truth per clause (`no` for all
 * but `exists: false`), and what is unreadable never reaches a clause.
 */
import type { Static, TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { Code } from '../contracts/codes.js'
import type { Field, FieldKind, Scalar } from '../contracts/fields.js'
import type { Json } from '../contracts/json.js'
import type { Truth } from '../contracts/match.js'
import { anyHolds, truthOf } from '../contracts/truth.js'

/** A compiled value of one field: `dev`, `[dev, test]`, `{ prefix: d }`. */
export interface Clause {
  /** Judges at least one value; `now` is milliseconds since 1970. */
  judge(values: readonly Scalar[], now: number): Truth
  /** What a field that is absent gives. */
  readonly absent: Truth
  /** True if the clause can fail for a field that is always there: see `Matcher.selective`. */
  readonly selective: boolean
  /** Why the clause may be `unknown` about values that can be read. */
  readonly doubt: string | null
}

/** What an operator may ask for while it compiles. `report` gives the clause that stands for a wrong one. */
export interface OperatorContext {
  /** The operator's own word, for messages. */
  readonly name: string
  readonly field: Field
  readonly groups: { readonly [name: string]: readonly string[] }
  report(code: Code, message: string, hint?: string | null, path?: readonly (string | number)[]): Clause
  /** Compiles a value that stands inside the operand, at this path below it. */
  compile(value: Json, path: readonly (string | number)[]): Clause
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
  compile(operand: Json, context: OperatorContext): Clause
}

interface OperatorDefinition<Operand extends TSchema> {
  readonly about: string
  readonly operand: Operand
  readonly wants: string
  readonly kinds: readonly FieldKind[]
  compile(operand: Static<Operand>, context: OperatorContext): Clause
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

/** A clause that holds if any single value passes; `null` from the test is doubt. */
export function anyValue(
  test: (value: Scalar, now: number) => boolean | null,
  options: { readonly doubt?: string; readonly selective?: boolean } = {},
): Clause {
  return {
    judge: (values, now) => anyHolds(values, (value) => truthOrDoubt(test(value, now))),
    absent: 'no',
    selective: options.selective ?? true,
    doubt: options.doubt ?? null,
  }
}

/** As `anyValue`, over texts: a value that is no text does not pass. */
export function anyText(test: (text: string) => boolean | null, options: { readonly doubt?: string } = {}): Clause {
  return anyValue((value) => (typeof value === 'string' ? test(value) : false), options)
}

function shown(operand: Json): string {
  const text = JSON.stringify(operand)
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}

function truthOrDoubt(holds: boolean | null): Truth {
  return holds === null ? 'unknown' : truthOf(holds)
}
