/**
 * JSON Schemas for editors, made of the document schemas, the table of operators and the actions at hand.
 *
 * The ones in `schemas/` are made with the built-in actions; who has actions of their own makes their own.
 */
import type { Action } from './contracts/action.js'
import type { JsonObject } from './contracts/json.js'
import { operators } from './match/operators.js'
import { schemaFiles } from './schemas/document-schemas.js'
import { matchSchemas } from './schemas/match-schemas.js'
import { stepSchemas } from './schemas/step-schema.js'

/** Schemas by file name: `rules.schema.json` and so on, and `redress.schema.json` for any kind of document. */
export function editorSchemas(actions: readonly Action[]): { readonly [file: string]: JsonObject } {
  return schemaFiles({ ...matchSchemas(operators), ...stepSchemas(actions) })
}
