/** A change of a finding together with the note that explains it. */
import type { FindingState } from './finding-state.js'
import { mergeNote } from './merge-note.js'

/** The state with our note beside a person's; without it where it does not fit, since the change matters more. */
export function withNote(
  change: Partial<FindingState>,
  note: string | undefined,
  current: FindingState,
  format: 'asff' | 'ocsf',
): Partial<FindingState> {
  const merged = note === undefined ? null : mergeNote(current.note, note, format)
  return merged === null ? change : { ...change, note: merged }
}
