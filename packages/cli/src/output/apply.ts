/** `apply --json` and `undo --json`: what came of each change. */
import type { Report } from '@redress/engine'
import { type Static, Type } from '@sinclair/typebox'
import { closed } from './schema.js'

const kinds = ['noop', 'skipped', 'refused', 'deferred', 'failed', 'unknown', 'applied', 'undone'] as const

export const applyOutputSchema = closed(
  {
    runId: Type.String({ description: 'What `redress undo` takes.' }),
    outcomes: Type.Array(
      closed({
        change: Type.String({ description: 'Id of the change in its plan.' }),
        outcome: Type.Union(kinds.map((kind) => Type.Literal(kind))),
        code: Type.String({ description: '`OK`, or the reason in upper case.' }),
        message: Type.String(),
      }),
    ),
  },
  { title: 'Output of redress apply --json and redress undo --json' },
)
export type ApplyOutput = Static<typeof applyOutputSchema>

export function applyOutput({ runId, outcomes }: Report): ApplyOutput {
  return {
    runId,
    outcomes: outcomes.map(({ change, outcome }) => ({
      change: change.id,
      outcome: outcome.kind,
      code: outcome.code,
      message: outcome.message,
    })),
  }
}
