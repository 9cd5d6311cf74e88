/**
 * Sets the workflow of a finding: NEW, NOTIFIED, RESOLVED or SUPPRESSED.
 *
 * Security Hub sets NOTIFIED and RESOLVED back to NEW by itself when a control that had passed fails again.
 */
import { Type } from '@sinclair/typebox'
import { defineFindingUpdate } from './define-finding-update.js'
import { workflowNames } from './finding-state.js'
import { NoteText } from './note-text.js'
import { wantWorkflow } from './want-member.js'

export const setWorkflow = defineFindingUpdate({
  name: 'finding.set-workflow',
  summary: 'Set the workflow of a finding.',
  reversible: 'partial',
  params: Type.Object(
    {
      workflow: Type.Union(
        workflowNames.map((name) => Type.Literal(name)),
        { description: 'The new workflow.' },
      ),
      note: Type.Optional(NoteText),
    },
    { additionalProperties: false },
  ),

  describe: ({ workflow }) => `set the workflow of the finding to ${workflow}`,

  want: ({ workflow }, current) => wantWorkflow(current, workflow),
  note: ({ note }) => (note === undefined ? null : { text: note, dropOldest: true }),
})
