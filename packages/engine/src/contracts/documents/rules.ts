/** `kind: Rules`: what a team wants done with which findings. */
import { type Static, Type } from '@sinclair/typebox'
import type { Json } from '../json.js'
import { matchSchema } from './match.js'
import { stepSchema } from './step.js'

export const ruleIdPattern = '^[a-z0-9][a-z0-9-]*$'

export const ruleIdSchema = Type.String({
  pattern: ruleIdPattern,
  maxLength: 100,
  description: 'A name of lower-case letters, digits and hyphens, unique in the project.',
})

export const apiVersionSchema = Type.Literal('redress/v1', { description: 'Version of the format: `redress/v1`.' })

export const modeSchema = Type.Union(
  [Type.Literal('observe'), Type.Literal('plan'), Type.Literal('approve'), Type.Literal('apply')],
  {
    description:
      'How far to go: `observe` reports, `plan` also reads AWS and shows the change, `approve` waits for an approval of that change, `apply` makes it.',
  },
)

export const unlessSchema = Type.Array(matchSchema, {
  maxItems: 50,
  description: 'Matches of which none may hold. One that cannot be judged holds the rule back.',
})

export const ruleSchema = Type.Object(
  {
    id: ruleIdSchema,
    title: Type.Optional(Type.String({ maxLength: 256, description: 'What the rule is for, in a few words.' })),
    match: matchSchema,
    matchAll: Type.Optional(
      Type.Boolean({ description: 'Must be true for a mutating rule that matches every finding.' }),
    ),
    unless: Type.Optional(unlessSchema),
    when: Type.Optional(Type.Unsafe<Json>({ description: 'JSONLogic over the documented view of the finding.' })),
    trust: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
        maxItems: 50,
        description: 'Products besides AWS’s own whose findings this rule may act on, such as `prowler/prowler`.',
      }),
    ),
    on: Type.Optional(
      Type.Literal('request', {
        description: '`request`: only for explicit requests, by custom action or command line.',
      }),
    ),
    mode: Type.Optional(modeSchema),
    stop: Type.Optional(
      Type.Boolean({ description: 'True ends the list of rules for a finding that this one matched.' }),
    ),
    steps: Type.Array(stepSchema, { minItems: 1, maxItems: 50, description: 'What is done, in this order.' }),
  },
  { additionalProperties: false },
)
export type Rule = Static<typeof ruleSchema>

export const rulesSchema = Type.Object(
  {
    apiVersion: apiVersionSchema,
    kind: Type.Literal('Rules', { description: 'Kind of the document.' }),
    rules: Type.Array(ruleSchema, {
      minItems: 1,
      maxItems: 2_000,
      description: 'Rules; they run in this order, and files in the order of their paths.',
    }),
  },
  { additionalProperties: false, title: 'Redress rules' },
)
export type Rules = Static<typeof rulesSchema>
