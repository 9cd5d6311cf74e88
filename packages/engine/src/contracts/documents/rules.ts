/** `kind: Rules`: what a team wants done with which findings. */
import { type Static, Type } from '@sinclair/typebox'
import type { Json } from '../json.js'
import { matchSchema } from './match.js'
import { stepSchema } from './step.js'

export const ruleIdPattern = '^[a-z0-9][a-z0-9-]*$'
export const apiVersionSchema = Type.Literal('redress/v1')

export const modeSchema = Type.Union([
  Type.Literal('observe'),
  Type.Literal('plan'),
  Type.Literal('approve'),
  Type.Literal('apply'),
])

export const ruleSchema = Type.Object(
  {
    id: Type.String({ pattern: ruleIdPattern, maxLength: 100 }),
    title: Type.Optional(Type.String({ maxLength: 256 })),
    match: matchSchema,
    matchAll: Type.Optional(
      Type.Boolean({ description: 'Must be true for a mutating rule that matches every finding.' }),
    ),
    unless: Type.Optional(Type.Array(matchSchema, { maxItems: 50 })),
    when: Type.Optional(Type.Unsafe<Json>({ description: 'JSONLogic over the documented view.' })),
    trust: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), {
        maxItems: 50,
        description: 'Products besides AWS’s own whose findings this rule may act on, such as `prowler/prowler`.',
      }),
    ),
    on: Type.Optional(
      Type.Literal('request', { description: 'Only for explicit requests: a custom action, the command line.' }),
    ),
    mode: Type.Optional(modeSchema),
    stop: Type.Optional(
      Type.Boolean({ description: 'True ends the list of rules for a finding that this one matched.' }),
    ),
    steps: Type.Array(stepSchema, { minItems: 1, maxItems: 50 }),
  },
  { additionalProperties: false },
)
export type Rule = Static<typeof ruleSchema>

export const rulesSchema = Type.Object(
  {
    apiVersion: apiVersionSchema,
    kind: Type.Literal('Rules'),
    rules: Type.Array(ruleSchema, { minItems: 1, maxItems: 10_000 }),
  },
  { additionalProperties: false, title: 'Redress rules' },
)
export type Rules = Static<typeof rulesSchema>
