/** `kind: Exceptions`: accepted risks. One always wins over a remediation. */
import { type Static, Type } from '@sinclair/typebox'
import { matchSchema } from './match.js'
import { apiVersionSchema, ruleIdSchema } from './rules.js'

export const exceptionSchema = Type.Object(
  {
    id: ruleIdSchema,
    match: matchSchema,
    reason: Type.Union(
      [
        Type.Literal('accepted-risk'),
        Type.Literal('false-positive'),
        Type.Literal('compensating-control'),
        Type.Literal('not-applicable'),
      ],
      { description: 'Why the risk is accepted, as one of four sorts.' },
    ),
    justification: Type.String({
      minLength: 1,
      maxLength: 300,
      description: 'Why the risk is accepted, in a sentence.',
    }),
    owner: Type.String({ minLength: 1, maxLength: 100, description: 'Who answers for it: a person or team.' }),
    approvedBy: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Who approved it.' })),
    ticket: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Where it was decided.' })),
    expires: Type.String({ description: 'The last day on which it holds, in UTC, such as `2027-03-31`.' }),
  },
  { additionalProperties: false },
)
export type Exception = Static<typeof exceptionSchema>

export const exceptionsSchema = Type.Object(
  {
    apiVersion: apiVersionSchema,
    kind: Type.Literal('Exceptions', { description: 'Kind of the document.' }),
    exceptions: Type.Array(exceptionSchema, { maxItems: 10_000, description: 'Accepted risks.' }),
  },
  { additionalProperties: false, title: 'Redress exceptions' },
)
export type Exceptions = Static<typeof exceptionsSchema>
