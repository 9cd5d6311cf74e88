/** The hash of a plan, and the check that a plan may still be applied. */
import { canonical, sha256 } from '../contracts/json.js'
import type { Plan } from '../contracts/plan.js'
import { RedressError } from '../contracts/problem.js'

/** SHA-256 over the canonical text of everything in the plan but its hash. */
export async function hashOf(plan: Omit<Plan, 'hash'>): Promise<string> {
  return sha256(canonical(plan))
}

/** Rejects with `plan.stale` unless the plan is unchanged, of these rules, and not expired. */
export async function verifyPlan(
  plan: Plan,
  { now, rulesetHash }: { readonly now: number; readonly rulesetHash: string },
): Promise<void> {
  const { hash, ...rest } = plan
  if ((await hashOf(rest)) !== hash) throw stale('the plan was changed after it was made')
  if (plan.rulesetHash !== rulesetHash) throw stale('the plan was made with other rules')
  if (!(now < Date.parse(plan.expiresAt))) throw stale(`the plan expired at ${plan.expiresAt}`)
}

function stale(message: string): RedressError {
  return new RedressError('plan.stale', message, { hint: 'make a new plan' })
}
