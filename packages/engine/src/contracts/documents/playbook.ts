/** `kind: Playbook`: how one control, or one type of finding, is put right. The catalogue is made of these. */
import { type Static, Type } from '@sinclair/typebox'
import type { Json } from '../json.js'
import { matchSchema } from './match.js'
import { apiVersionSchema } from './rules.js'
import { stepSchema } from './step.js'

export const parameterSchema = Type.Object(
  {
    type: Type.Union([
      Type.Literal('string'),
      Type.Literal('integer'),
      Type.Literal('boolean'),
      Type.Literal('string-list'),
      Type.Literal('integer-list'),
    ]),
    description: Type.String({ minLength: 1 }),
    default: Type.Optional(
      Type.Unsafe<Json>({ description: 'Without one, the rule that uses the playbook must give the value.' }),
    ),
    minimum: Type.Optional(Type.Number()),
    maximum: Type.Optional(Type.Number()),
    enum: Type.Optional(Type.Array(Type.Union([Type.String(), Type.Number()]), { minItems: 1 })),
    pattern: Type.Optional(Type.String({ maxLength: 512 })),
    securityHub: Type.Optional(
      Type.String({
        description: 'Name of the control’s own parameter; its value in the finding comes before the default.',
      }),
    ),
  },
  { additionalProperties: false },
)
export type Parameter = Static<typeof parameterSchema>

export const playbookSchema = Type.Object(
  {
    apiVersion: apiVersionSchema,
    kind: Type.Literal('Playbook'),
    id: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$', maxLength: 100 }),
    version: Type.String({ pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' }),
    title: Type.String({ minLength: 1, maxLength: 300 }),
    status: Type.Union([Type.Literal('draft'), Type.Literal('stable'), Type.Literal('retired')]),
    why: Type.String({ minLength: 1 }),
    impact: Type.Object(
      {
        level: Type.Union([Type.Literal('safe'), Type.Literal('possible'), Type.Literal('disruptive')]),
        breaks: Type.String({ minLength: 1 }),
      },
      { additionalProperties: false },
    ),
    match: matchSchema,
    unless: Type.Optional(Type.Array(matchSchema, { maxItems: 50 })),
    parameters: Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }), parameterSchema),
    steps: Type.Array(stepSchema, {
      maxItems: 50,
      description: 'Empty for a guided playbook, which tells a person what to do.',
    }),
    guide: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    falsePositives: Type.Array(Type.String({ minLength: 1 })),
    references: Type.Array(Type.String({ pattern: '^https://' })),
  },
  { additionalProperties: false, title: 'Redress playbook' },
)
export type Playbook = Static<typeof playbookSchema>

export const standardSchema = Type.Object(
  {
    apiVersion: apiVersionSchema,
    kind: Type.Literal('Standard'),
    id: Type.String({ minLength: 1, description: 'As in findings: `cis-aws-foundations-benchmark/v/1.4.0`.' }),
    title: Type.String({ minLength: 1 }),
    requirements: Type.Array(
      Type.Object(
        { id: Type.String({ minLength: 1 }), controls: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }) },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false, title: 'Redress standard' },
)
export type Standard = Static<typeof standardSchema>
