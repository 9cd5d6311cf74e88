/**
 * Holds a change back until exactly this change is approved.
 *
 * Besides the mode `approve`, whatever cannot be taken back needs it in every mode, messages excepted.
 */
import type { Guard, GuardFacts } from '../contracts/guard.js'
import { leastMode } from '../contracts/modes.js'
import { outcome } from '../contracts/outcome.js'
import type { Change } from '../contracts/plan.js'

export const approvalGuard: Guard = (change, facts) => {
  if (facts.approved) return null
  const reason = needsApproval(change, facts)
  return reason === null ? null : outcome('deferred', 'APPROVAL_REQUIRED', `${reason}, so it waits for an approval`)
}

/**
 * Why a change has to be approved, or `null`. The action says what is irreversible; that the plan says so too is for
 * whoever reads it.
 */
export function needsApproval(change: Change, { action, mode }: Pick<GuardFacts, 'mode' | 'action'>): string | null {
  if (change.risk === 'irreversible' || action.risk === 'irreversible') return 'this is irreversible'
  const noUndo = change.reversible === 'none' || action.reversible === 'none'
  if (noUndo && !action.once) return 'this cannot be taken back'
  return leastMode(change.mode, mode) === 'approve' ? 'the mode is `approve`' : null
}
