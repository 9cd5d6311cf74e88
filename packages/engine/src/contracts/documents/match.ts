/**
 * `match`: the clauses that rules, exceptions and playbooks share.
 *
 * Here it is only an object; which field takes which operator is checked when `match/` compiles it, which knows
 * more than a schema can say. The schema for editors is generated from the same operator table.
 */
import { Type } from '@sinclair/typebox'
import type { JsonObject } from '../json.js'

export const matchSchema = Type.Unsafe<JsonObject>({
  type: 'object',
  $comment: 'match',
  description: 'Fields and what they must be. Every field must hold; a list means any of; an object is an operator.',
})
