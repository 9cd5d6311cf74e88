/** Pieces of the schemas of outputs. Outputs are closed: a member that a script relies on is named here. */
import { type ObjectOptions, type TProperties, type TSchema, Type } from '@sinclair/typebox'

export function closed<Members extends TProperties>(members: Members, options: ObjectOptions = {}) {
  return Type.Object(members, { ...options, additionalProperties: false })
}

/** The value, or `null` where there is none. */
export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()])
}

/** Any JSON value. */
export const jsonSchema = Type.Unknown({ description: 'Any JSON value.' })
