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

/** Polls until `done` accepts what planning finds; resolves with the last find, or `null` if no read worked. */
export async function pollUntil(
  change: Change,
  action: Action,
  { aws, clock }: VerifyDeps,
  done: (planned: Planned) => boolean,
  patience: readonly number[] = waits,
): Promise<Planned | null> {
  let seen = await tryRead(change, action, aws, clock)
  for (const wait of patience) {
    if (seen !== null && done(seen)) break
    await clock.sleep(wait)
    seen = (await tryRead(change, action, aws, clock)) ?? seen
  }
  return seen
}

/** What came of one write, judged by the live state; `error` is what the write ended with, if it did. */
export async function verifyChange(
  change: Change,
  action: Action,
  error: WriteError | null,
  deps: VerifyDeps,
): Promise<Verified> {
  const settled = (planned: Planned) =>
    planned.kind === 'closed' || planned.kind === 'pending' || planned.kind === 'gone'
  const seen = await pollUntil(change, action, deps, settled, error?.definite === true ? [] : waits)
  return { outcome: judge(seen, change, error), after: seen === null ? null : (stateOf(seen)?.state ?? null) }
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

async function tryRead(change: Change, action: Action, aws: AwsPort, clock: Clock): Promise<Planned | null> {
  try {
    return (await readNow([change], action, aws, clock.now()))[0] ?? null
  } catch {
    return null
  }
}
