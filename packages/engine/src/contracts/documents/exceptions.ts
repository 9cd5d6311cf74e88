/** `kind: Exceptions`: accepted risks. One always wins over a remediation. */
import { type Static, Type } from '@sinclair/typebox'
import { matchSchema } from './match.js'
import { apiVersionSchema, ruleIdPattern } from './rules.js'

export const exceptionSchema = Type.Object(
  {
    id: Type.String({ pattern: ruleIdPattern, maxLength: 100 }),
    match: matchSchema,
    reason: Type.Union([
      Type.Literal('accepted-risk'),
      Type.Literal('false-positive'),
      Type.Literal('compensating-control'),
      Type.Literal('not-applicable'),
    ]),
    justification: Type.String({ minLength: 1, maxLength: 300 }),
    owner: Type.String({ minLength: 1, maxLength: 100 }),
    approvedBy: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    ticket: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    expires: Type.String({ description: 'Last day on which it holds, in UTC: `2027-03-31`.' }),
  },
  { additionalProperties: false },
)
export type Exception = Static<typeof exceptionSchema>

export const exceptionsSchema = Type.Object(
  {
    apiVersion: apiVersionSchema,
    kind: Type.Literal('Exceptions'),
    exceptions: Type.Array(exceptionSchema, { maxItems: 10_000 }),
  },
  { additionalProperties: false, title: 'Redress exceptions' },
)
export type Exceptions = Static<typeof exceptionsSchema>
