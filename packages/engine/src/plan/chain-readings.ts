/**
 * Several changes of one resource in one plan: a later one starts from where the earlier one ends.
 *
 * Seven controls look at one password policy, and each finding asks for its own setting. All were read in the same
 * state, so without this the first would be applied and the others skipped as `STATE_CHANGED`.
 */
import { canonical, type Json, sameJson } from '../contracts/json.js'
import type { Wish } from './collect-wishes.js'
import type { Reading } from './read-wishes.js'

interface Chain {
  /** The state that AWS gave. */
  readonly start: Json
  /** The state after all changes so far. */
  readonly end: Json
}

/** The readings in which each change begins where the one before it ends; `wishes` are in the order of the plan. */
export function chainReadings(
  wishes: readonly Wish[],
  readings: ReadonlyMap<Wish, Reading>,
  now: number,
): ReadonlyMap<Wish, Reading> {
  const chained = new Map(readings)
  const chains = new Map<string, Chain>()
  for (const wish of wishes) {
    const reading = readings.get(wish)
    const { action, place, step, decision, target } = wish
    if (reading?.verdict.kind !== 'change' || wish.mode !== 'apply' || action.wants === undefined) continue
    const key = canonical([action.name, place.partition, place.account, place.region, target])
    const chain = chains.get(key)
    if (chain === undefined || !sameJson(chain.start, reading.before)) {
      chains.set(key, { start: reading.before, end: reading.after })
      continue
    }
    const end = action.wants(chain.end, { params: step.with, context: { now, finding: decision.finding } })
    // What an earlier change settles is found out when it is applied; until then it is still to do.
    if (sameJson(end, chain.end)) continue
    chained.set(wish, { ...reading, before: chain.end, after: end })
    chains.set(key, { start: chain.start, end })
  }
  return chained
}
