/**
 * Time and ids of the machine: the defaults where no ports are given.
 *
 * The only file of the engine that reads a clock or random numbers; browsers have both.
 */
import type { Clock, Ids } from './contracts/ports.js'

/** The machine’s clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    }),
}

/** Ids that sort by time: `20261121T024917-1f3a9c2e`. */
export const systemIds: Ids = {
  next() {
    const at = new Date(systemClock.now()).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
    return `${at}-${crypto.randomUUID().slice(0, 8)}`
  },
}
