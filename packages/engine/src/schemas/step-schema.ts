/**
 * The schema of a step, for editors: `use` completes the names of actions, and `with` the parameters of the one used.
 *
 * Wherever a value may stand, text with a `${…}` may stand too.
 */
import type { Action } from '../contracts/action.js'
import { stepSchema } from '../contracts/documents/step.js'
import { isJsonObject, type Json, type JsonObject, own } from '../contracts/json.js'
import { jsonSchema } from '../contracts/json-schema.js'
import { notifyChannel } from '../contracts/notify-channel.js'
import { notifyChannelParams } from '../contracts/notify-channel-params.js'

/** A keyword of JSON Schema; as a plain key it would look like a promise to linters. */
const consequence = 'then'
const template = { $ref: '#/$defs/template' }

/** Definitions of `step` and of `template`, which it refers to. */
export function stepSchemas(actions: readonly Action[]): JsonObject {
  const { use, with: given } = stepSchema.properties
  const known = [
    ...actions.map(({ name, params }): readonly [string, JsonObject] => [name, jsonSchema(params)]),
    [notifyChannel, jsonSchema(notifyChannelParams)] as const,
  ].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    template: { type: 'string', pattern: '\\$\\{', description: 'Text with a `${…}`, which is filled in later.' },
    step: {
      type: 'object',
      additionalProperties: false,
      required: ['use'],
      properties: {
        use: {
          description: use.description ?? '',
          anyOf: [
            { enum: ['playbook', ...known.map(([name]) => name)] },
            { type: 'string', pattern: '^playbook/[A-Za-z0-9.-]+(@[0-9]+)?$' },
          ],
        },
        with: jsonSchema(given),
      },
      allOf: known.map(([name, params]) => whenUsed(name, params)),
    },
  }
}

function whenUsed(name: string, params: JsonObject): JsonObject {
  const needed = own(params, 'required')
  const properties = { with: { ...withTemplates(params), additionalProperties: false } }
  return {
    if: { type: 'object', properties: { use: { const: name } }, required: ['use'] },
    [consequence]: Array.isArray(needed)
      ? { type: 'object', properties, required: ['with'] }
      : { type: 'object', properties },
  }
}

/** An object schema whose members may be templates at any depth. */
function withTemplates(schema: JsonObject): JsonObject {
  const properties = own(schema, 'properties')
  const items = own(schema, 'items')
  return {
    ...schema,
    ...(isJsonObject(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, member]) => [name, orTemplate(member)]),
          ),
        }
      : {}),
    ...(isJsonObject(items) ? { items: orTemplate(items) } : {}),
  }
}

function orTemplate(schema: Json): Json {
  if (!isJsonObject(schema)) return schema
  const description = own(schema, 'description')
  return {
    ...(description === undefined ? {} : { description }),
    anyOf: [...branches(schema), template],
  }
}

function branches(schema: JsonObject): readonly Json[] {
  const union = own(schema, 'anyOf')
  if (!Array.isArray(union)) return [withTemplates(schema)]
  const list: readonly Json[] = union
  return list.map((branch) => (isJsonObject(branch) ? withTemplates(branch) : branch))
}
