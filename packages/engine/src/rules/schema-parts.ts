/**
 * Reading the parts of a JSON Schema that messages need.
 *
 * Schemas are plain data to TypeScript here: a part that is not what is expected counts as absent.
 */
import type { TSchema } from '@sinclair/typebox'
import { isJsonObject, type Json, own } from '../contracts/json.js'

/** How a value is checked against a schema. */
export interface SchemaOptions {
  /** How an unquoted scalar is written; for the advice to quote it. */
  readonly source?: (pointer: string) => string | null
  /** Whether text with a `${…}` in it is accepted in place of any value. */
  readonly templates?: boolean
}

function isSchema(value: unknown): value is TSchema {
  return isJsonObject(value)
}

/** Branches of `anyOf` or `oneOf`; unions of unions are laid flat. */
export function branchesOf(schema: unknown): readonly TSchema[] {
  const list = own(schema, 'anyOf') ?? own(schema, 'oneOf')
  if (!Array.isArray(list)) return []
  return list.filter(isSchema).flatMap((branch) => {
    const inner = branchesOf(branch)
    return inner.length === 0 ? [branch] : inner
  })
}

/** The values that a schema of constants allows; `null` when it allows others too. */
export function constantsOf(schema: unknown): readonly Json[] | null {
  const constant = own(schema, 'const')
  if (constant !== undefined) return [constant]
  const list = own(schema, 'enum')
  if (Array.isArray(list)) return list
  const branches = branchesOf(schema)
  const each = branches.flatMap((branch) => constantsOf(branch) ?? [])
  return branches.length > 0 && branches.every((branch) => constantsOf(branch) !== null) ? each : null
}

/** Names of the members that an object schema lists. */
export function memberNames(schema: unknown): readonly string[] {
  return Object.keys(own(schema, 'properties') ?? {})
}

/** The schema of one member. */
export function memberSchema(schema: unknown, name: string): unknown {
  return own(own(schema, 'properties'), name)
}

/** What a schema says of itself, for hints. */
export function descriptionOf(schema: unknown): string | null {
  const description = own(schema, 'description')
  return typeof description === 'string' ? description : null
}
