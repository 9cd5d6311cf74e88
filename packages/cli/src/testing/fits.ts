/** Whether an output fits the schema that is published for it. Only for tests. */
import type { TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

/** The first thing wrong with the text as JSON of this schema; `null` when it fits. */
export function misfit(schema: TSchema, text: string): string | null {
  const [error] = Value.Errors(schema, JSON.parse(text))
  return error === undefined ? null : `${error.path} ${error.message}`
}
