/**
 * One JSON Schema for each kind of document, and one for all of them that goes by `kind`.
 *
 * Each stands alone, since editors fetch one file: what is shared is under `$defs` in each.
 */
import { documentSchemas } from '../contracts/documents/index.js'
import { isJsonObject, type Json, type JsonObject, own } from '../contracts/json.js'
import { jsonSchema } from '../contracts/json-schema.js'

/** A keyword of JSON Schema; as a plain key it would look like a promise to linters. */
const consequence = 'then'
const dialect = 'https://json-schema.org/draft/2020-12/schema'

/** Schemas by file name; `shared` are the definitions that they refer to. */
export function schemaFiles(shared: JsonObject): { readonly [file: string]: JsonObject } {
  const kinds = Object.entries(documentSchemas).map(([kind, schema]): readonly [string, JsonObject] => [
    kind,
    withReferences(jsonSchema(schema)),
  ])
  const single = kinds.map(([kind, schema]): readonly [string, JsonObject] => [
    `${kebab(kind)}.schema.json`,
    { $schema: dialect, ...schema, ...definitionsFor(schema, shared) },
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
      [consequence]: { $ref: `#/$defs/${kind}` },
    })),
    $defs: { ...shared, ...Object.fromEntries(kinds) },
  }
}

/** The definitions that a schema refers to, directly or through others; none where it refers to none. */
function definitionsFor(schema: JsonObject, shared: JsonObject): JsonObject {
  const found = new Map<string, Json>()
  const visit = (node: Json): void => {
    if (Array.isArray(node)) node.forEach(visit)
    if (!isJsonObject(node)) return
    const name = String(own(node, '$ref') ?? '').replace('#/$defs/', '')
    const definition = own(shared, name)
    if (definition !== undefined && !found.has(name)) {
      found.set(name, definition)
      visit(definition)
    }
    Object.values(node).forEach(visit)
  }
  visit(schema)
  return found.size === 0 ? {} : { $defs: Object.fromEntries(found) }
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
