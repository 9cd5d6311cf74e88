/**
 * The hash of a plan, and the check that a plan may still be applied.
 *
 * The hash shows a slip of the hand; it is no signature. So what an approval or a message goes by is worked out again.
 */
import type { Action } from '../contracts/action.js'
import { changeKey } from '../contracts/change-key.js'
import { canonical, sha256 } from '../contracts/json.js'
import type { Plan } from '../contracts/plan.js'
import { RedressError } from '../contracts/problem.js'

/** How far the clock that a plan was made by may be ahead of ours: 15 minutes. */
const tolerance = 15 * 60_000

/** SHA-256 over the canonical text of everything in the plan but its hash. */
export async function hashOf(plan: Omit<Plan, 'hash'>): Promise<string> {
  return sha256(canonical(plan))
}

export interface PlanFacts {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly rulesetHash: string
  readonly actions: ReadonlyMap<string, Pick<Action, 'once'>>
}

/** Rejects with `plan.stale` unless the plan is unchanged, of these rules, and not expired. */
export async function verifyPlan(plan: Plan, { now, rulesetHash, actions }: PlanFacts): Promise<void> {
  const { hash, ...rest } = plan
  if ((await hashOf(rest)) !== hash) throw stale('the plan was changed after it was made')
  if (plan.rulesetHash !== rulesetHash) throw stale('the plan was made with other rules')
  if (!(Date.parse(plan.createdAt) <= now + tolerance)) {
    throw stale(`the plan was made in the future, at ${plan.createdAt}`)
  }
  if (!(now < Date.parse(plan.expiresAt))) throw stale(`the plan expired at ${plan.expiresAt}`)
  for (const change of plan.changes) {
    const action = actions.get(change.use)
    // A change of an unknown action is refused when its turn comes.
    if (action === undefined || (await changeKey(change, action.once)) === change.key) continue
    throw stale(`change \`${change.id}\` is not the one that its key stands for`)
  }
}

function stale(message: string): RedressError {
  return new RedressError('plan.stale', message, { hint: 'make a new plan' })
}
