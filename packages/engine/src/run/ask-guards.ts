/**
 * Asks the guards about one change, just before acting. A port that fails denies.
 *
 * An approval is asked for only when it is all that is missing: asking may send a request to a person.
 */
import type { Action } from '../contracts/action.js'
import type { GuardFacts } from '../contracts/guard.js'
import { outcome } from '../contracts/outcome.js'
import type { Change, Outcome } from '../contracts/plan.js'
import type { RunDeps } from './deps.js'

/** Why the change must not be made now, or `null`. */
export async function askGuards(
  change: Change,
  action: Action,
  deps: RunDeps,
  planExpiresAt: number | null,
): Promise<Outcome | null> {
  try {
    const facts = await gatherFacts(change, action, deps, planExpiresAt)
    const denial = deps.guard(change, facts)
    if (denial?.code !== 'APPROVAL_REQUIRED') return denial
    const approved = await deps.approvals.isApproved(change).catch(() => false)
    return approved === true ? deps.guard(change, { ...facts, approved }) : denial
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return outcome('refused', 'GUARD_FAILED', `a guard could not be asked: ${message}`)
  }
}

async function gatherFacts(
  change: Change,
  action: Action,
  { clock, mode, project, killSwitch, exceptionFor }: RunDeps,
  planExpiresAt: number | null,
): Promise<GuardFacts> {
  // Anything but a plain `false` counts as stopped: a switch that forgets to answer is one that cannot be read.
  const stopped = (await killSwitch.isStopped().catch(() => true)) !== false
  const exception = exceptionFor(change)
  return { now: clock.now(), mode, action, project, planExpiresAt, stopped, approved: false, exception }
}
