/**
 * Leaves a note on a finding. What a person wrote there stays, word for word, above it.
 *
 * A finding has one note only, and Security Hub cannot remove it: undo leaves a text that says it was withdrawn. The
 * planned state is only whether it is said, since other steps may leave notes on the same finding.
 */
import { sameJson } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { defineFindingUpdate } from './define-finding-update.js'
import { mergeNote, noteLimit } from './merge-note.js'
import { NoteText } from './note-text.js'
import { wantMember } from './want-member.js'

export const note = defineFindingUpdate({
  name: 'finding.note',
  summary: 'Leave a note on a finding, below what a person wrote there.',
  reversible: 'partial',
  params: Type.Object({ text: NoteText }, { additionalProperties: false }),

  describe: () => 'leave a note on the finding',

  want({ text }, current, format) {
    const merged = mergeNote(current.note, text, format, { dropOldest: false })
    if (merged !== null) return wantMember('said', sameJson(merged, current.note), true)
    const message = `the note of ${current.note?.updatedBy ?? 'a person'} leaves no room for ours in ${noteLimit} characters`
    return { kind: 'refused', code: 'NOTE_TOO_LONG', message }
  },
  // Older lines of ours may go only for a change that happens once; notes alone would push each other out for ever.
  note: ({ text }) => ({ text, dropOldest: false }),
})
