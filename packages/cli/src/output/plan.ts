/**
 * `plan --json`: the changes, without what explains them.
 *
 * The whole plan, which `apply --plan` takes, is what `--out` writes.
 */
import type { Plan } from '@redress/engine'
import { type Static, Type } from '@sinclair/typebox'
import { closed, jsonSchema } from './schema.js'

export const planOutputSchema = closed(
  {
    hash: Type.String({ description: 'SHA-256 of the whole plan.' }),
    changes: Type.Array(
      closed({
        id: Type.String({ description: 'Unique in the plan.' }),
        finding: Type.String({ description: 'Id of the finding.' }),
        account: Type.String(),
        region: Type.String(),
        target: Type.String({ description: 'Id of the resource.' }),
        use: Type.String({ description: 'Name of the action.' }),
        with: Type.Record(Type.String(), jsonSchema),
        before: jsonSchema,
        after: jsonSchema,
        reversible: Type.Union([Type.Literal('full'), Type.Literal('partial'), Type.Literal('none')]),
        verdict: Type.String({
          description: '`change`, or the outcome that is known already: `noop:ALREADY_COMPLIANT`.',
        }),
      }),
    ),
  },
  { title: 'Output of redress plan --json' },
)
export type PlanOutput = Static<typeof planOutputSchema>

export function planOutput({ hash, changes }: Plan): PlanOutput {
  return {
    hash,
    changes: changes.map((change) => ({
      id: change.id,
      finding: change.finding.id,
      account: change.account,
      region: change.region,
      target: change.target,
      use: change.use,
      with: { ...change.with },
      before: change.before,
      after: change.after,
      reversible: change.reversible,
      verdict: change.verdict.kind === 'change' ? 'change' : `${change.verdict.kind}:${change.verdict.code}`,
    })),
  }
}
