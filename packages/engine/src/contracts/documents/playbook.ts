/** `kind: Playbook`: how one control, or one type of finding, is put right. The catalogue is made of these. */
import { type Static, Type } from '@sinclair/typebox'
import type { Json } from '../json.js'
import { matchSchema } from './match.js'
import { apiVersionSchema, unlessSchema } from './rules.js'
import { stepSchema } from './step.js'

export const parameterSchema = Type.Object(
  {
    type: Type.Union(
      [
        Type.Literal('string'),
        Type.Literal('integer'),
        Type.Literal('boolean'),
        Type.Literal('string-list'),
        Type.Literal('integer-list'),
      ],
      { description: 'Sort of the value.' },
    ),
    description: Type.String({ minLength: 1, description: 'What the parameter does.' }),
    default: Type.Optional(
      Type.Unsafe<Json>({ description: 'Without one, the rule that uses the playbook must give the value.' }),
    ),
    minimum: Type.Optional(Type.Number({ description: 'Least number allowed.' })),
    maximum: Type.Optional(Type.Number({ description: 'Greatest number allowed.' })),
    enum: Type.Optional(
      Type.Array(Type.Union([Type.String(), Type.Number()]), {
        minItems: 1,
        maxItems: 100,
        description: 'The only values allowed.',
      }),
    ),
    pattern: Type.Optional(
      Type.String({ maxLength: 512, description: 'Regular expression (RE2) that text must fit.' }),
    ),
    securityHub: Type.Optional(
      Type.String({
        description: 'Name of the control’s own parameter; its value in the finding comes before the default.',
      }),
    ),
  },
  { additionalProperties: false },
)
export type Parameter = Static<typeof parameterSchema>

const text = (description: string) => Type.String({ minLength: 1, description })

export const playbookSchema = Type.Object(
  {
    apiVersion: apiVersionSchema,
    kind: Type.Literal('Playbook', { description: 'Kind of the document.' }),
    id: Type.String({
      pattern: '^[A-Za-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$',
      maxLength: 100,
      description: 'A control id such as `EC2.2`, or letters, digits and hyphens; the file is named after it.',
    }),
    version: Type.String({ pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$', description: 'Three numbers, such as `1.0.0`.' }),
    title: Type.String({ minLength: 1, maxLength: 300, description: 'The title of the control or finding type.' }),
    status: Type.Union([Type.Literal('draft'), Type.Literal('stable'), Type.Literal('retired')], {
      description: 'How far it is proven.',
    }),
    why: text('Why the finding matters.'),
    impact: Type.Object(
      {
        level: Type.Union([Type.Literal('safe'), Type.Literal('possible'), Type.Literal('disruptive')], {
          description: 'Whether something may break.',
        }),
        breaks: text('What may break, in a sentence.'),
      },
      { additionalProperties: false, description: 'What acting may break.' },
    ),
    match: matchSchema,
    unless: Type.Optional(unlessSchema),
    parameters: Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }), parameterSchema, {
      additionalProperties: false,
      description: 'What a rule may set; a name has letters and digits and starts with a lower-case letter.',
    }),
    steps: Type.Array(stepSchema, {
      maxItems: 50,
      description: 'What is done; empty for a guided playbook, which tells a person what to do.',
    }),
    guide: Type.Array(Type.String({ minLength: 1 }), {
      minItems: 1,
      maxItems: 50,
      description: 'What a person does, step by step.',
    }),
    falsePositives: Type.Array(Type.String({ minLength: 1 }), {
      maxItems: 50,
      description: 'Cases in which the finding is wrong or harmless.',
    }),
    references: Type.Array(Type.String({ pattern: '^https://', description: 'A URL with `https://`.' }), {
      maxItems: 50,
      description: 'Pages that say more.',
    }),
  },
  { additionalProperties: false, title: 'Redress playbook' },
)
/** A playbook as written. */
export type Playbook = Static<typeof playbookSchema>

export const standardSchema = Type.Object(
  {
    apiVersion: apiVersionSchema,
    kind: Type.Literal('Standard', { description: 'Kind of the document.' }),
    id: Type.String({ minLength: 1, description: 'As in findings: `cis-aws-foundations-benchmark/v/1.4.0`.' }),
    title: Type.String({ minLength: 1, description: 'Name of the standard.' }),
    requirements: Type.Array(
      Type.Object(
        {
          id: text('Number of the requirement, as in findings.'),
          controls: Type.Array(Type.String({ minLength: 1 }), {
            minItems: 1,
            maxItems: 100,
            description: 'Controls that answer it.',
          }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 2_000, description: 'Requirements and the controls that answer them.' },
    ),
  },
  { additionalProperties: false, title: 'Redress standard' },
)
/** A standard as written. */
export type Standard = Static<typeof standardSchema>
