/**
 * Compiles a `when`: JSONLogic over the documented view, in a subset in which nothing is coerced or guessed.
 *
 * A name whose value is absent and that has no default puts the whole condition in doubt, also where logic would
 * not need it; so does a value that cannot be read or has another type than it is compared with.
 */
import { type Reading, readField } from '../contracts/fields.js'
import type { Json } from '../contracts/json.js'
import type { Condition } from '../contracts/loaded.js'
import type { ClauseTrace, PointerProblem, Subject, Truth } from '../contracts/match.js'
import type { Scalar } from '../contracts/predicate.js'
import { truthOf } from '../contracts/truth.js'
import { checkTypes } from './check-types.js'
import { evaluate } from './evaluate.js'
import { type Expression, namesAskedFor, type Variable, variablesOf } from './expression.js'
import { readExpression } from './read-expression.js'
import { isScalar, type ScalarType, type Type, typeOfKind, typeOfScalar } from './type.js'

export interface CompiledWhen {
  readonly condition: Condition
  /** Empty for a condition that may be used. */
  readonly problems: readonly PointerProblem[]
}

/** `pointer` is the place of the expression in its document. */
export function compileWhen(expression: Json, pointer: string): CompiledWhen {
  const read = readExpression(expression, pointer)
  const problems = [...read.problems]
  if (read.expression !== null) {
    checkTypes(read.expression, {
      typeOf: declaredType,
      sizeOf: () => 1,
      report: (place, message, hint) =>
        problems.push({ pointer: place, at: 'value', code: 'rules.when', message, hint }),
    })
  }
  const sound = problems.length === 0 ? read.expression : null
  const judge = (subject: Subject): Judgement =>
    sound === null ? { truth: 'unknown', detail: 'it is malformed', found: {} } : judgeWhen(sound, subject)
  return {
    problems,
    condition: {
      judge: (subject) => judge(subject).truth,
      explain(subject): ClauseTrace {
        const { truth, detail, found } = judge(subject)
        return { field: 'when', wanted: expression, found, from: null, truth, detail, children: [] }
      },
    },
  }
}

interface Judgement {
  readonly truth: Truth
  readonly detail: string | null
  /** What each name was found to be; `null` for what is absent. */
  readonly found: { readonly [name: string]: Json }
}

function judgeWhen(expression: Expression, subject: Subject): Judgement {
  const found: Record<string, Json> = {}
  const values = new Map<Expression, Json>()
  const doubts: string[] = []
  for (const variable of variablesOf(expression)) {
    const reading = readField(variable.field, subject)
    found[variable.name] = reading.kind === 'values' ? single(reading.values) : null
    const value = readValue(variable, reading)
    if (value.doubt === null) values.set(variable, value.value)
    else doubts.push(value.doubt)
  }
  const absent = new Set<string>()
  for (const { name, field } of namesAskedFor(expression)) {
    const reading = readField(field, subject)
    found[name] = reading.kind === 'values' ? single(reading.values) : null
    if (reading.kind === 'absent') absent.add(name)
    if (reading.kind === 'unreadable') doubts.push(`\`${name}\` is unreadable: ${reading.reason}`)
  }
  if (doubts.length === 0) {
    checkTypes(expression, {
      typeOf: (variable) => foundType(variable, values.get(variable) ?? null),
      sizeOf: (variable) => sizeOf(values.get(variable)),
      report: (_, message) => doubts.push(message),
    })
  }
  const [detail = null] = doubts
  if (detail !== null) return { truth: 'unknown', detail, found }
  const holds = evaluate(expression, {
    valueOf: (variable) => values.get(variable) ?? null,
    isAbsent: (name) => absent.has(name),
  })
  return { truth: truthOf(holds), detail: null, found }
}

type Found = { readonly doubt: null; readonly value: Json } | { readonly doubt: string }

function readValue({ name, list, fallback }: Variable, reading: Reading): Found {
  if (reading.kind === 'unreadable') return { doubt: `\`${name}\` is unreadable: ${reading.reason}` }
  if (reading.kind === 'absent') {
    return fallback === undefined ? { doubt: `\`${name}\` is absent` } : { doubt: null, value: fallback }
  }
  if (list) return { doubt: null, value: reading.values }
  const [first, ...others] = reading.values
  if (first === undefined || others.length > 0) return { doubt: `\`${name}\` has several values` }
  return { doubt: null, value: first }
}

function declaredType({ field, list }: Variable): Type {
  const of = typeOfKind(field.info.kind)
  return list ? { kind: 'list', of: [of] } : { kind: 'scalar', of }
}

/** Raw values have the type that they are found with; all others the type that their field declares. */
function foundType({ field }: Variable, value: Json): Type {
  const typeOf = (scalar: Scalar): ScalarType =>
    field.info.kind === 'raw' ? typeOfScalar(scalar) : typeOfKind(field.info.kind)
  if (isScalar(value)) return { kind: 'scalar', of: typeOf(value) }
  const items: readonly Json[] = Array.isArray(value) ? value : []
  return { kind: 'list', of: [...new Set(items.filter(isScalar).map(typeOf))] }
}

function sizeOf(value: Json | undefined): number {
  return Array.isArray(value) ? value.length : 0
}

function single(values: readonly Scalar[]): Json {
  const [first, ...others] = values
  return first === undefined || others.length > 0 ? values : first
}
