/**
 * Holds a step's parameters to the action's schema, strictly, just before anything is read with them.
 *
 * Required texts must not be empty either: some AWS calls act on the caller itself when an identifier is missing.
 * TypeBox's own checker is used because it generates no code.
 */
import { type TObject, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { JsonObject } from './json.js'

/** One line on the first thing that is wrong with `params`, or `null`. */
export function checkParams(schema: TObject, params: JsonObject): string | null {
  const strict = Type.Object(schema.properties, { ...schema, additionalProperties: false })
  const error = Value.Errors(strict, params).First()
  if (error !== undefined) return `\`${error.path.slice(1) || 'with'}\`: ${lower(error.message)}`
  const empty = (schema.required ?? []).find((name) => params[name] === '')
  return empty === undefined ? null : `\`${empty}\`: must not be empty`
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
