/**
 * Proves a write by reading again, patiently: AWS shows a change to readers only after a while.
 *
 * The first read comes at once, then after 0.5, 1, 2, 4 and 8 s. Only a read that has nothing left to do makes
 * `applied`. After an error, a state that is still the one from before proves that nothing was done.
 */
import type { Action, Planned } from '../contracts/action.js'
import { type Json, sameJson } from '../contracts/json.js'
import { outcome } from '../contracts/outcome.js'
import type { Change, Outcome } from '../contracts/plan.js'
import type { AwsPort, Clock } from '../contracts/ports.js'
import type { WriteError } from './classify-error.js'
import { readNow, stateOf } from './read-state.js'

const waits = [500, 1000, 2000, 4000, 8000] as const

export interface VerifyDeps {
  readonly aws: AwsPort
  readonly clock: Clock
}

export interface Verified {
  readonly outcome: Outcome
  /** The state that the last read saw. */
  readonly after: Json
}

/** How long to wait for a write to show; an error that proves that nothing was done is worth one look only. */
export function patienceFor(error: WriteError | null): readonly number[] {
  return error?.definite === true ? [] : waits
}

/**
 * Reads changes of one action and place until `done` accepts what planning finds of each. What it gives is the
 * last find of each; a change of which no read worked is not in it.
 */
export async function pollAll(
  changes: readonly Change[],
  action: Action,
  { aws, clock }: VerifyDeps,
  done: (planned: Planned, change: Change) => boolean,
  patience: readonly number[] = waits,
): Promise<ReadonlyMap<Change, Planned>> {
  const seen = new Map<Change, Planned>()
  const isOpen = (change: Change) => {
    const found = seen.get(change)
    return found === undefined || !done(found, change)
  }
  async function look(open: readonly Change[]): Promise<void> {
    const found = await readNow(open, action, aws, clock.now()).catch(() => [])
    for (const [index, planned] of found.entries()) {
      const change = open[index]
      if (change !== undefined) seen.set(change, planned)
    }
  }
  await look(changes)
  for (const wait of patience) {
    const open = changes.filter(isOpen)
    if (open.length === 0) break
    await clock.sleep(wait)
    await look(open)
  }
  return seen
}

/** What came of writes, judged by the live state; `error` is what the call ended with, if it did. */
export async function verifyChanges(
  changes: readonly Change[],
  action: Action,
  error: WriteError | null,
  deps: VerifyDeps,
): Promise<ReadonlyMap<Change, Verified>> {
  const settled = ({ kind }: Planned) => kind === 'closed' || kind === 'pending' || kind === 'gone'
  const seen = await pollAll(changes, action, deps, settled, patienceFor(error))
  return new Map(
    changes.map((change) => {
      const found = seen.get(change) ?? null
      const after = found === null ? null : (stateOf(found)?.state ?? null)
      return [change, { outcome: judge(found, change, error), after }]
    }),
  )
}

function judge(seen: Planned | null, change: Change, error: WriteError | null): Outcome {
  const cause = error === null ? '' : ` after: ${error.outcome.message}`
  if (seen === null) {
    return outcome('unknown', error === null ? 'VERIFY_TIMEOUT' : 'AMBIGUOUS', `the state could not be read${cause}`)
  }
  switch (seen.kind) {
    case 'closed':
      return outcome('applied', 'OK', change.summary)
    case 'pending':
      return outcome('deferred', 'PENDING', seen.message)
    case 'gone':
      return outcome('unknown', 'RESOURCE_GONE', `the resource is gone after the write${cause}`)
    case 'refused':
      return outcome('unknown', 'AMBIGUOUS', `the state cannot be judged after the write: ${seen.message}`)
    case 'change':
      if (error === null) return outcome('unknown', 'VERIFY_TIMEOUT', 'the write was accepted but cannot be seen yet')
      if (sameJson(seen.before, change.before)) return error.outcome
      return outcome('unknown', 'AMBIGUOUS', `the state is neither the old nor the wanted one${cause}`)
    default:
      return seen satisfies never
  }
}
