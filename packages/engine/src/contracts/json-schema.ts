/**
 * TypeBox schemas as plain JSON Schema 2020-12.
 *
 * TypeBox writes tuples as drafts before 2020 did, with a list under `items`; that list is `prefixItems` now.
 */
import type { TSchema } from '@sinclair/typebox'
import { isJsonObject, type Json, type JsonObject } from './json.js'

/** A copy without TypeBox's symbols, with tuples as 2020-12 has them. */
export function jsonSchema(schema: TSchema): JsonObject {
  const plain: Json = JSON.parse(JSON.stringify(schema))
  const converted = convert(plain)
  return isJsonObject(converted) ? converted : {}
}

function convert(node: Json): Json {
  if (Array.isArray(node)) return node.map(convert)
  if (!isJsonObject(node)) return node
  const { items, additionalItems, ...rest } = node
  const members = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, convert(value)]))
  if (items === undefined) return members
  if (!Array.isArray(items)) return { ...members, items: convert(items) }
  return { ...members, prefixItems: items.map(convert), items: additionalItems ?? false }
}
