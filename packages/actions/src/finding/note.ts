/**
 * Leaves a note on a finding. What a person wrote there stays, word for word, above it.
 *
 * A finding has one note only, and Security Hub cannot remove it: undo leaves a text that says it was withdrawn.
 */
import { Type } from '@sinclair/typebox'
import { defineFindingUpdate } from './define-finding-update.js'
import { mergeNote, noteLimit } from './merge-note.js'
import { NoteText } from './note-text.js'

export const note = defineFindingUpdate({
  name: 'finding.note',
  summary: 'Leave a note on a finding, below what a person wrote there.',
  reversible: 'partial',
  params: Type.Object({ text: NoteText }, { additionalProperties: false }),
  members: ['note'],

  describe: () => 'leave a note on the finding',

  want({ text }, current, format) {
    const merged = mergeNote(current.note, text, format)
    if (merged !== null) return { kind: 'want', state: { note: merged } }
    const message = `the note of ${current.note?.updatedBy ?? 'a person'} leaves no room for ours in ${noteLimit} characters`
    return { kind: 'refused', code: 'NOTE_TOO_LONG', message }
  },
})
