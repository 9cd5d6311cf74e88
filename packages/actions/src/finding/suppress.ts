/**
 * Suppresses a finding and says why.
 *
 * Security Hub keeps a finding suppressed when it fails again, which no other workflow does; so this is for accepted
 * risks and not for what was put right.
 */
import { Type } from '@sinclair/typebox'
import { defineFindingUpdate } from './define-finding-update.js'
import { NoteText } from './note-text.js'
import { wantWorkflow } from './want-member.js'

export const suppress = defineFindingUpdate({
  name: 'finding.suppress',
  summary: 'Set the workflow of a finding to SUPPRESSED, with a note that says why.',
  reversible: 'partial',
  params: Type.Object({ note: NoteText }, { additionalProperties: false }),

  describe: () => 'suppress the finding',

  want: (_params, current) => wantWorkflow(current, 'SUPPRESSED'),
  note: ({ note }) => ({ text: note, dropOldest: true }),
})
