/**
 * Puts a note of ours beside what a person wrote, since a finding has room for one note only.
 *
 * A person's words are never changed or dropped: ours go below them after a mark, one line each. Lines of ours add up,
 * so that two rules which each want theirs do not replace one another for ever. The V2 API keeps no author, so there
 * our lines always follow the mark, and everything without it counts as a person's.
 */

/** Author of our notes in `Note.UpdatedBy`. */
export const author = 'redress'

/** Most characters of a note or comment (API reference, “Note” and “BatchUpdateFindingsV2”). */
export const noteLimit = 512

const mark = '— redress:\n'
const withdrawn = 'note withdrawn'

/** Fewer characters than this are not worth a note; the first part of an exception's note fits into them. */
const leastRoom = 200

/** A note as state: `updatedBy` is `null` for an OCSF comment, which has no author. */
export type Note = { readonly text: string; readonly updatedBy: string | null }

/**
 * The note to write: the current one if it says so already, `null` when there is no room beside a person's. With
 * `dropOldest`, older lines of ours make room for the new one; else it is only shortened.
 */
export function mergeNote(
  current: Note | null,
  text: string,
  format: 'asff' | 'ocsf',
  options: { readonly dropOldest: boolean },
): Note | null {
  const line = clean(text)
  const { person, lines } = partsOf(current)
  if (current !== null && (lines.some((said) => isSaid(said, line)) || wasTakenOver(person, line))) return current
  const head = person !== null ? `${person}\n${mark}` : format === 'ocsf' ? mark : ''
  const kept = lines.filter((said) => said !== withdrawn)
  for (;;) {
    const before = [head, ...kept.map((said) => `${said}\n`)].join('')
    const room = noteLimit - before.length
    const drop = options.dropOldest && kept.length > 0
    if (line.length <= room || (!drop && room >= leastRoom)) {
      return { text: `${before}${cut(line, room)}`, updatedBy: format === 'asff' ? author : null }
    }
    if (!drop) return null
    kept.shift()
  }
}

/** What to leave where there was no note before: Security Hub has no way to remove one. */
export function withdrawnNote(format: 'asff' | 'ocsf'): Note {
  return format === 'asff' ? { text: withdrawn, updatedBy: author } : { text: `${mark}${withdrawn}`, updatedBy: null }
}

function partsOf(note: Note | null): { readonly person: string | null; readonly lines: readonly string[] } {
  if (note === null || note.text.trim() === '') return { person: null, lines: [] }
  if (note.updatedBy !== null && note.updatedBy !== author) return { person: note.text, lines: [] }
  const at = note.text.lastIndexOf(`\n${mark}`)
  if (at >= 0) return { person: note.text.slice(0, at), lines: linesOf(note.text.slice(at + 1 + mark.length)) }
  if (note.text.startsWith(mark)) return { person: null, lines: linesOf(note.text.slice(mark.length)) }
  return note.updatedBy === author ? { person: null, lines: linesOf(note.text) } : { person: note.text, lines: [] }
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}

/** A line may have been shortened when it was written. */
function isSaid(said: string, line: string): boolean {
  return said === line || (said.endsWith('…') && said.length >= leastRoom && line.startsWith(said.slice(0, -1)))
}

/** A person who edits a note of ours becomes its author; saying the same again below it would only repeat it. */
function wasTakenOver(person: string | null, line: string): boolean {
  const at = person?.indexOf(mark) ?? -1
  return person !== null && at >= 0 && linesOf(person.slice(at + mark.length)).some((said) => isSaid(said, line))
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
