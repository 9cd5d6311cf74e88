/**
 * Puts a note of ours beside what a person wrote, since a finding has room for one note only.
 *
 * A person's words are never changed or dropped: ours go below them, on a line of their own after a mark. Where both do
 * not fit into the 512 characters that Security Hub takes, ours are shortened, and left out before they say nothing.
 * An earlier note of ours is replaced. The V2 API keeps no author, so there our text always carries the mark, and
 * everything without it counts as a person's.
 */

/** Author of our notes in `Note.UpdatedBy`. */
export const author = 'redress'

/** Most characters of a note or comment (API reference, “Note” and “BatchUpdateFindingsV2”). */
export const noteLimit = 512

const mark = '— redress:\n'

/** Fewer characters than this are not worth a note; the first part of an exception's note fits into them. */
const leastRoom = 200

/** A note as state: `updatedBy` is `null` for an OCSF comment, which has no author. */
export type Note = { readonly text: string; readonly updatedBy: string | null }

/** The note to write, or `null` when ours does not fit beside a person's. */
export function mergeNote(current: Note | null, text: string, format: 'asff' | 'ocsf'): Note | null {
  const ours = clean(text)
  const updatedBy = format === 'asff' ? author : null
  const person = personsPart(current)
  if (person === null) return { text: cut(format === 'asff' ? ours : `${mark}${ours}`, noteLimit), updatedBy }

  const room = noteLimit - person.length - mark.length - 1
  const fitting = ours.length > room && room < leastRoom ? null : `\n${mark}${cut(ours, room)}`
  // A person who edited a note of ours took it over; saying the same again below it would only repeat it.
  if (current !== null && person === current.text && person.endsWith(`\n${mark}${ours}`)) return current
  return fitting === null ? null : { text: `${person}${fitting}`, updatedBy }
}

/** What to leave where there was no note before: Security Hub has no way to remove one. */
export function withdrawnNote(format: 'asff' | 'ocsf'): Note {
  return {
    text: format === 'asff' ? 'note withdrawn' : `${mark}note withdrawn`,
    updatedBy: format === 'asff' ? author : null,
  }
}

function personsPart(note: Note | null): string | null {
  if (note === null || note.text.trim() === '') return null
  if (note.updatedBy !== null && note.updatedBy !== author) return note.text
  if (note.updatedBy === null && note.text.startsWith(mark)) return null
  const at = note.text.lastIndexOf(`\n${mark}`)
  if (at >= 0) return note.text.slice(0, at)
  return note.updatedBy === author ? null : note.text
}

/** One line, so that the mark, which ends a line, cannot stand in it. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim() || '…'
}

/** At most `limit` UTF-16 units, without half a character at the end. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  const head = text.slice(0, limit - 1)
  return `${/[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head}…`
}
