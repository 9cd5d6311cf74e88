/**
 * One JSON Schema for each kind of document, and one for all of them that goes by `kind`.
 *
 * Each stands alone, since editors fetch one file: what is shared is under `$defs` in each.
 */
import { documentSchemas } from '../contracts/documents/index.js'
import { isJsonObject, type Json, type JsonObject, own } from '../contracts/json.js'
import { jsonSchema } from '../contracts/json-schema.js'

const dialect = 'https://json-schema.org/draft/2020-12/schema'

/** Schemas by file name; `shared` are the definitions that they refer to. */
export function schemaFiles(shared: JsonObject): { readonly [file: string]: JsonObject } {
  const kinds = Object.entries(documentSchemas).map(([kind, schema]): readonly [string, JsonObject] => [
    kind,
    withReferences(jsonSchema(schema)),
  ])
  const single = kinds.map(([kind, schema]): readonly [string, JsonObject] => [
    `${kebab(kind)}.schema.json`,
    { $schema: dialect, ...schema, $defs: shared },
  ])
  return { ...Object.fromEntries(single), 'redress.schema.json': anyKind(kinds, shared) }
}

function anyKind(kinds: readonly (readonly [string, JsonObject])[], shared: JsonObject): JsonObject {
  return {
    $schema: dialect,
    title: 'Redress document',
    type: 'object',
    required: ['apiVersion', 'kind'],
    properties: { kind: { enum: kinds.map(([kind]) => kind) }, apiVersion: { const: 'redress/v1' } },
    allOf: kinds.map(([kind]) => ({
      if: { type: 'object', properties: { kind: { const: kind } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
      then: { $ref: `#/$defs/${kind}` },
    })),
    $defs: { ...shared, ...Object.fromEntries(kinds) },
  }
}

/** Puts references in place of the parts that are marked by their comment: `match` and `step`. */
function withReferences(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, reference(value)]))
}

function reference(node: Json): Json {
  if (Array.isArray(node)) return node.map(reference)
  if (!isJsonObject(node)) return node
  const mark = own(node, '$comment')
  if (mark !== 'match' && mark !== 'step') return withReferences(node)
  const description = own(node, 'description')
  return { ...(description === undefined ? {} : { description }), $ref: `#/$defs/${mark}` }
}

function kebab(kind: string): string {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
}
