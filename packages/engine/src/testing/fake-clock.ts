/** A clock for tests: it stands still, and sleeping moves it on at once. */
import type { Clock, Ids } from '../contracts/ports.js'

export interface FakeClock extends Clock {
  /** Everything that was slept, in milliseconds. */
  readonly slept: number[]
  /** Moves on without sleeping. */
  pass(milliseconds: number): void
}

export function fakeClock(start = Date.UTC(2026, 10, 21)): FakeClock {
  let now = start
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    pass(milliseconds) {
      now += milliseconds
    },
    async sleep(milliseconds) {
      slept.push(milliseconds)
      now += milliseconds
    },
  }
}

/** Ids `run-1`, `run-2`, … */
export function countingIds(): Ids {
  let last = 0
  return {
    next() {
      last += 1
      return `run-${last}`
    },
  }
}
