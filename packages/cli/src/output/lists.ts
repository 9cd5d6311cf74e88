/** `history --json`, `catalog list --json`, `catalog show --json`, `init --json` and `build --json`. */
import { type Static, Type } from '@sinclair/typebox'
import { closed, nullable } from './schema.js'

export const historyOutputSchema = closed(
  {
    runs: Type.Array(
      closed({
        runId: Type.String(),
        at: Type.String({ description: 'ISO 8601.' }),
        mode: Type.String({ description: 'The mode of the run, or `undo`.' }),
        planHash: Type.String(),
        counts: Type.Record(Type.String(), Type.Integer(), { description: 'Outcomes by kind.' }),
        undone: Type.Integer({ description: 'How many of its changes were taken back since.' }),
      }),
      { description: 'Newest first.' },
    ),
  },
  { title: 'Output of redress history --json' },
)
export type HistoryOutput = Static<typeof historyOutputSchema>

const entry = {
  id: Type.String({ description: 'The control, or the playbook’s own name.' }),
  title: Type.String(),
  version: Type.String(),
  status: Type.String(),
  automation: Type.Union([Type.Literal('automatic'), Type.Literal('guided')]),
  actions: Type.Array(Type.String()),
  impact: Type.String({ description: '`safe`, `possible` or `disruptive`.' }),
}

export const catalogListOutputSchema = closed(
  { version: Type.String(), playbooks: Type.Array(closed(entry)) },
  { title: 'Output of redress catalog list --json' },
)
export type CatalogListOutput = Static<typeof catalogListOutputSchema>

export const catalogShowOutputSchema = closed(
  {
    ...entry,
    why: Type.String(),
    breaks: Type.String(),
    parameters: Type.Array(
      closed({
        name: Type.String(),
        type: Type.String(),
        description: Type.String(),
        default: nullable(Type.String()),
      }),
    ),
    guide: Type.Array(Type.String()),
    falsePositives: Type.Array(Type.String()),
    references: Type.Array(Type.String()),
    standards: Type.Array(closed({ standard: Type.String(), requirement: Type.String() })),
  },
  { title: 'Output of redress catalog show --json' },
)
export type CatalogShowOutput = Static<typeof catalogShowOutputSchema>

export const initOutputSchema = closed(
  { folder: Type.String(), files: Type.Array(Type.String()) },
  { title: 'Output of redress init --json' },
)
export type InitOutput = Static<typeof initOutputSchema>

export const buildOutputSchema = closed(
  {
    file: Type.String({ description: 'Relative to the working directory.' }),
    bytes: Type.Integer(),
    hash: Type.String({ description: 'Hash of the rules, which plans carry.' }),
    rules: Type.Integer(),
    exceptions: Type.Integer(),
    playbooks: Type.Integer({ description: 'Those of the project and of the catalogue.' }),
  },
  { title: 'Output of redress build --json' },
)
export type BuildOutput = Static<typeof buildOutputSchema>
