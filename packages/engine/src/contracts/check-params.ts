/**
 * Holds a step's parameters to the action's schema, strictly, just before anything is read with them.
 *
 * Required texts must not be empty either: some AWS calls act on the caller itself when an identifier is missing.
 * TypeBox's own checker is used because it generates no code. It takes longer to load than the rest of the engine, so
 * this file is imported when the first step is checked.
 */
import { type TObject, type TProperties, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { JsonObject } from './json.js'
import { secretParams } from './secrets.js'

/** One line on the first thing that is wrong with `params`, or `null`. Secrets among them are sealed. */
export function checkParams(schema: TObject, params: JsonObject): string | null {
  const strict = Type.Object(sealedProperties(schema), { ...schema, additionalProperties: false })
  const error = Value.Errors(strict, params).First()
  if (error !== undefined) return `\`${error.path.slice(1) || 'with'}\`: ${lower(error.message)}`
  const empty = (schema.required ?? []).find((name) => params[name] === '')
  return empty === undefined ? null : `\`${empty}\`: must not be empty`
}

/** A sealed value need not look like the value. */
function sealedProperties(schema: TObject): TProperties {
  const sealed = secretParams(schema).map((name) => [name, Type.String({ minLength: 1 })] as const)
  return { ...schema.properties, ...Object.fromEntries(sealed) }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
