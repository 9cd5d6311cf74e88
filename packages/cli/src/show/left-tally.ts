/** Counts what is left alone by reason; memory stays the same however much that is. */
import type { LeftAlone } from './decided-part.js'

export interface LeftTally {
  add(left: LeftAlone): void
  /** All since the last call, reasons in the order in which they first appeared. */
  take(): readonly LeftAlone[]
}

export function createLeftTally(): LeftTally {
  const byReason = new Map<string, { count: number; readonly controls: Set<string> }>()
  return {
    add({ reason, count, controls }) {
      const tally = byReason.get(reason) ?? { count: 0, controls: new Set() }
      byReason.set(reason, tally)
      tally.count += count
      for (const control of controls) tally.controls.add(control)
    },
    take() {
      const all = [...byReason].map(([reason, { count, controls }]) => ({ reason, count, controls: [...controls] }))
      byReason.clear()
      return all
    },
  }
}
