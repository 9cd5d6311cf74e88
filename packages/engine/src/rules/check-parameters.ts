/**
 * Parameters: what a step gives against what its action or playbook wants.
 *
 * A value with a `${…}` in it is accepted in place of any value; what it becomes is checked when it is known.
 */
import { type TSchema, Type } from '@sinclair/typebox'
import { RE2JS } from 're2js'
import type { Parameter } from '../contracts/documents/playbook.js'
import type { Json, JsonObject } from '../contracts/json.js'
import type { PointerProblem } from '../contracts/match.js'
import { joinPointer } from '../contracts/pointer.js'
import { checkSchema } from './check-schema.js'
import { inWords } from './in-words.js'
import type { SchemaOptions } from './schema-parts.js'

type Parameters = { readonly [name: string]: Parameter }

/** Problems of a step's `with` by the schema of its parameters; keys that the schema does not list are refused. */
export function checkGiven(
  schema: TSchema,
  given: JsonObject,
  pointer: string,
  source: SchemaOptions['source'],
): readonly PointerProblem[] {
  const options = { templates: true, ...(source === undefined ? {} : { source }) }
  return checkSchema(closed(schema), given, pointer, options).map((problem) =>
    problem.code === 'yaml.unquoted' ? problem : { ...problem, code: 'rules.parameter' },
  )
}

/** The schema of what a rule may give to a playbook. A value that the finding can bring need not be given. */
export function parametersSchema(parameters: Parameters): TSchema {
  const members = Object.entries(parameters).map(([name, parameter]): [string, TSchema] => {
    const schema = parameterSchema(parameter)
    const isOptional = parameter.default !== undefined || parameter.securityHub !== undefined
    return [name, isOptional ? Type.Optional(schema) : schema]
  })
  return Type.Object(Object.fromEntries(members), { additionalProperties: false })
}

/** Problems of a playbook's own parameters: defaults and allowed values that do not fit, patterns that do not compile. */
export function checkParameters(
  parameters: Parameters,
  pointer: string,
  source: SchemaOptions['source'],
): readonly PointerProblem[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const place = joinPointer(pointer, name)
    const pattern = patternProblem(parameter, joinPointer(place, 'pattern'))
    if (pattern !== null) return [pattern]
    const fits = (schema: TSchema, value: Json, key: string) =>
      checkSchema(schema, value, joinPointer(place, key), source === undefined ? {} : { source })
    const { default: preset, enum: allowed, ...open } = parameter
    const items = allowed === undefined ? [] : fits(Type.Array(itemSchema(open)), allowed, 'enum')
    const presets = preset === undefined ? [] : fits(parameterSchema(parameter), preset, 'default')
    return [...items, ...presets].map(
      (problem): PointerProblem =>
        problem.code === 'yaml.unquoted' ? problem : { ...problem, code: 'rules.parameter' },
    )
  })
}

function parameterSchema(parameter: Parameter): TSchema {
  const item = itemSchema(parameter)
  return parameter.type.endsWith('-list') ? Type.Array(item, { maxItems: 1_000 }) : item
}

/** The schema of one value, for a list that of an item. */
function itemSchema({ type, minimum, maximum, pattern, description, enum: allowed }: Parameter): TSchema {
  if (allowed !== undefined && type !== 'boolean') {
    return Type.Union(
      allowed.map((value) => Type.Literal(value)),
      { description },
    )
  }
  switch (type) {
    case 'boolean':
      return Type.Boolean({ description })
    case 'integer':
    case 'integer-list':
      return Type.Integer({
        description,
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
      })
    default:
      return Type.String({ description, ...(pattern === undefined ? {} : { pattern }) })
  }
}

function patternProblem({ pattern }: Parameter, pointer: string): PointerProblem | null {
  if (pattern === undefined) return null
  try {
    RE2JS.compile(pattern)
    return null
  } catch {
    const message = `the pattern ${inWords(pattern)} does not compile`
    const hint = 'RE2 has no look-around and no back references'
    return { pointer, at: 'value', code: 'rules.pattern', message, hint }
  }
}

const closedSchemas = new WeakMap<TSchema, TSchema>()

function closed(schema: TSchema): TSchema {
  if ('additionalProperties' in schema) return schema
  const known = closedSchemas.get(schema)
  if (known !== undefined) return known
  const made: TSchema = { ...schema, additionalProperties: false }
  closedSchemas.set(schema, made)
  return made
}
