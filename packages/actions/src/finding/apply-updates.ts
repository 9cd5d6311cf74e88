/**
 * Makes planned updates of findings, each with its note, and takes them back.
 *
 * Notes are merged with what stands there at this moment, and the receipt keeps both. So undo puts a note back only
 * where ours is still the last word: what a person wrote since stays.
 */
import {
  type ActionItem,
  type Applied,
  type ApplyItem,
  type AwsSession,
  type Json,
  own,
  sameJson,
  type UndoItem,
} from '@redress/engine'
import { stateOf } from './finding-state.js'
import { identityOf, keyOf } from './identity.js'
import { mergeNote, type Note, withdrawnNote } from './merge-note.js'
import { readFindings } from './read-findings.js'
import { sendUpdates } from './send-updates.js'
import { noteBody, updateBody } from './update-body.js'

/** `dropOldest` as in {@link mergeNote}. */
export interface NoteToLeave {
  readonly text: string
  readonly dropOldest: boolean
}

export async function applyUpdates(
  items: readonly ApplyItem[],
  noteFor: (item: ApplyItem) => NoteToLeave | null,
  aws: AwsSession,
): Promise<readonly Applied[]> {
  const noted = items.filter((item) => noteFor(item) !== null)
  const noteNow = await currentNotes(noted, aws)
  const updates = items.map((item) => {
    const { finding } = item.context
    const wanted = noteFor(item)
    const current = noteNow(item)
    const note = wanted === null ? null : mergeNote(current, wanted.text, finding.format, wanted)
    const body = updateBody(item.before, item.after, finding.format)
    if (note === null || sameJson(note, current)) return { finding, body, receipt: null }
    return {
      finding,
      body: { ...body, ...noteBody(note, finding.format) },
      receipt: { note: { before: current, after: note } },
    }
  })
  return sendUpdates(updates, aws)
}

export async function undoUpdates(items: readonly UndoItem[], aws: AwsSession): Promise<readonly Applied[]> {
  const noted = items.filter(({ receipt }) => own(receipt, 'note') !== undefined)
  const noteNow = await currentNotes(noted, aws)
  const updates = items.map((item) => {
    const { finding } = item.context
    const note = own(item.receipt, 'note')
    const isLast = note !== undefined && sameJson(noteNow(item), own(note, 'after'))
    const old = asNote(own(note, 'before')) ?? withdrawnNote(finding.format)
    const body = updateBody(item.after, item.before, finding.format)
    return { finding, body: isLast ? { ...body, ...noteBody(old, finding.format) } : body, receipt: null }
  })
  return sendUpdates(updates, aws)
}

/** Reads the notes of these items' findings; the answer is asked item by item. */
async function currentNotes(items: readonly ActionItem[], aws: AwsSession): Promise<(item: ActionItem) => Note | null> {
  const findings = await readFindings(
    items.flatMap(({ context }) => identityOf(context.finding) ?? []),
    aws,
  )
  return ({ context: { finding } }) => {
    const identity = identityOf(finding)
    const found = identity === null ? undefined : findings.get(keyOf(identity))
    return found === undefined ? null : stateOf(found, finding.format).note
  }
}

function asNote(value: Json | undefined): Note | null {
  const text = own(value, 'text')
  const updatedBy = own(value, 'updatedBy')
  return typeof text === 'string' ? { text, updatedBy: typeof updatedBy === 'string' ? updatedBy : null } : null
}
