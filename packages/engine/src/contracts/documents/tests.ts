/** `kind: PlaybookTest` and `kind: RuleTest`: cases beside playbooks and rules. */
import { type Static, Type } from '@sinclair/typebox'
import type { JsonObject } from '../json.js'
import { apiVersionSchema } from './rules.js'

const expectationSchema = Type.Object(
  {
    changes: Type.Optional(
      Type.Array(
        Type.Object(
          {
            use: Type.String({ description: 'The action.' }),
            target: Type.Optional(Type.String({ description: 'Id of the resource.' })),
            with: Type.Optional(Type.Unsafe<JsonObject>({ type: 'object', description: 'Parameters, filled in.' })),
            before: Type.Optional(
              Type.Unknown({ description: 'A part of the state: members that are not named may be anything.' }),
            ),
            after: Type.Optional(
              Type.Unknown({ description: 'A part of the state: members that are not named may be anything.' }),
            ),
            outcome: Type.Optional(
              Type.String({ description: 'Such as `applied` (the default), `deferred:PENDING`.' }),
            ),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 500, description: 'Exactly these changes, in this order.' },
      ),
    ),
    skipped: Type.Optional(Type.String({ description: 'Nothing is planned, for this reason.' })),
    guided: Type.Optional(Type.Boolean({ description: 'Nothing is planned and the guide is shown.' })),
    rules: Type.Optional(
      Type.Array(Type.String(), { maxItems: 500, description: 'Ids of the rules that match, in order.' }),
    ),
    exception: Type.Optional(Type.String({ description: 'Id of the exception in force.' })),
  },
  { additionalProperties: false, minProperties: 1, description: 'What must come of it.' },
)

export const testCaseSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, description: 'What the case shows, as a sentence.' }),
    finding: Type.String({ description: 'A fixture by name (`asff/ec2.2-failed`) or a file beside the test.' }),
    set: Type.Optional(
      Type.Unsafe<JsonObject>({
        type: 'object',
        description: 'Single fields of the finding: names as in a match, or paths of the raw body as `asff:…`.',
      }),
    ),
    at: Type.Optional(Type.String({ description: 'The clock, as `2026-11-21` or ISO 8601.' })),
    world: Type.Optional(
      Type.Unsafe<JsonObject>({
        type: 'object',
        description: 'State of the in-process AWS for the finding’s account and Region.',
      }),
    ),
    with: Type.Optional(Type.Unsafe<JsonObject>({ type: 'object', description: 'Parameters for the playbook.' })),
    expect: expectationSchema,
  },
  { additionalProperties: false },
)
/** One case: a finding, a world, and what is expected. */
export type TestCase = Static<typeof testCaseSchema>

export const playbookTestSchema = Type.Object(
  {
    apiVersion: apiVersionSchema,
    kind: Type.Literal('PlaybookTest', { description: 'Kind of the document.' }),
    playbook: Type.String({ description: 'Id of the playbook.' }),
    cases: Type.Array(testCaseSchema, { minItems: 1, maxItems: 500, description: 'The cases.' }),
  },
  { additionalProperties: false, title: 'Redress playbook test' },
)
/** Tests of one playbook. */
export type PlaybookTest = Static<typeof playbookTestSchema>

export const ruleTestSchema = Type.Object(
  {
    apiVersion: apiVersionSchema,
    kind: Type.Literal('RuleTest', { description: 'Kind of the document.' }),
    cases: Type.Array(testCaseSchema, { minItems: 1, maxItems: 500, description: 'The cases.' }),
  },
  { additionalProperties: false, title: 'Redress rule test' },
)
/** Tests of a project’s rules and exceptions. */
export type RuleTest = Static<typeof ruleTestSchema>
