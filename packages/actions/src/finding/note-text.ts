/** Parameter: the text of a note. */
import { Type } from '@sinclair/typebox'

/** Stands below a person's note, which stays as it is; left out where both do not fit into 512 characters. */
export const NoteText = Type.String({
  minLength: 1,
  maxLength: 512,
  pattern: '\\S',
  description: 'Note to leave on the finding; a person’s own note stays above it.',
})
