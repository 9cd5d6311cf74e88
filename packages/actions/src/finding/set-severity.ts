/**
 * Sets the severity label of a finding; Security Hub fills in the score that belongs to it.
 *
 * The provider's own severity stays readable in `FindingProviderFields`, and its updates no longer change the label.
 */
import { Type } from '@sinclair/typebox'
import { defineFindingUpdate } from './define-finding-update.js'
import { severityNames } from './finding-state.js'
import { NoteText } from './note-text.js'
import { wantMember } from './want-member.js'

export const setSeverity = defineFindingUpdate({
  name: 'finding.set-severity',
  summary: 'Set the severity of a finding.',
  reversible: 'partial',
  params: Type.Object(
    {
      label: Type.Union(
        severityNames.map((name) => Type.Literal(name)),
        { description: 'The new severity.' },
      ),
      note: Type.Optional(NoteText),
    },
    { additionalProperties: false },
  ),

  describe: ({ label }) => `set the severity of the finding to ${label}`,

  want: ({ label }, current) => wantMember('severity', current.severity, label),
  note: ({ note }) => (note === undefined ? null : { text: note, dropOldest: true }),
})
