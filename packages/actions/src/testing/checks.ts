/** Whether parameters fit an action's schema, judged as TypeBox judges them: what tests of `params` ask. */
import type { TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

export function checks(schema: TSchema, params: unknown): boolean {
  return Value.Check(schema, params)
}
