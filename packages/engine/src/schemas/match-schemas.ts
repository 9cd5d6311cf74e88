/**
 * The schema of a match, for editors: every field with the operators that may stand on it.
 *
 * It is looser than the compiler, which also knows groups and patterns; it completes names and marks typos.
 */
import type { TSchema } from '@sinclair/typebox'
import { closedValues } from '../contracts/closed-values.js'
import { knownControls } from '../contracts/controls.js'
import { type FieldInfo, type FieldKind, findingFields, resourceFields } from '../contracts/field-table.js'
import type { Json, JsonObject } from '../contracts/json.js'
import { jsonSchema } from '../contracts/json-schema.js'

/** An operator of a match, as far as editors need to know it. */
export interface EditorOperator {
  readonly about: string
  readonly operand: TSchema
  readonly kinds: readonly FieldKind[]
}

export interface EditorOperators {
  readonly [name: string]: EditorOperator
}

const kinds: readonly FieldKind[] = ['string', 'number', 'severity', 'time', 'raw']

/** Definitions that match schemas refer to: `match` itself, and for each kind of field its operators. */
export function matchSchemas(operators: EditorOperators): JsonObject {
  return {
    control: { enum: knownControls },
    match: matchSchema(),
    ...Object.fromEntries(kinds.map((kind) => [`operator-${kind}`, operatorSchema(operators, kind)])),
  }
}

function matchSchema(): JsonObject {
  const nested = (description: string) => ({
    type: 'array',
    minItems: 1,
    maxItems: 500,
    items: { $ref: '#/$defs/match' },
    description,
  })
  const raw = (description: string) => valueSchema('', { kind: 'raw', list: true, about: description })
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(Object.entries(findingFields).map(([name, info]) => [name, valueSchema(name, info)])),
      ...Object.fromEntries(
        Object.entries(resourceFields).map(([name, info]) => [`resource.${name}`, valueSchema(name, info)]),
      ),
      any: nested('At least one of these matches holds.'),
      all: nested('All of these matches hold.'),
    },
    patternProperties: {
      '^resource\\.tags\\..+$': valueSchema('', { kind: 'string', list: false, about: 'A tag of the resource.' }),
      '^resource\\.details\\..+$': raw('A detail of the resource.'),
      '^asff:.+$': raw('A path in the ASFF body.'),
      '^ocsf:.+$': raw('A path in the OCSF body.'),
    },
  }
}

/** A value, a list of values and operators, or one operator. */
function valueSchema(name: string, { kind, about }: FieldInfo): JsonObject {
  const operator = { $ref: `#/$defs/operator-${kind}` }
  const plain = plainValues(name, kind)
  const list = { type: 'array', minItems: 1, maxItems: 10_000, items: { anyOf: [...plain, operator] } }
  return { description: about, anyOf: [...plain, operator, list] }
}

function plainValues(name: string, kind: FieldKind): readonly Json[] {
  if (name === 'control') return [{ $ref: '#/$defs/control' }]
  const closed = closedValues.get(name)
  if (closed !== undefined) return [{ enum: closed }]
  switch (kind) {
    case 'number':
      return [{ type: 'number' }]
    case 'time':
      return []
    case 'raw':
      return [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }]
    default:
      return [{ type: 'string' }]
  }
}

function operatorSchema(operators: EditorOperators, kind: FieldKind): JsonObject {
  const taken = Object.entries(operators).filter(([, operator]) => operator.kinds.includes(kind))
  return {
    type: 'object',
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
    properties: Object.fromEntries(
      taken.map(([name, { about, operand }]) => [name, { ...jsonSchema(operand), description: about }]),
    ),
  }
}
