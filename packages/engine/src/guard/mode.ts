/** A change is made only in the modes `approve` and `apply`, of the run and of its rule. */
import type { Guard } from '../contracts/guard.js'
import { leastMode } from '../contracts/modes.js'
import { outcome } from '../contracts/outcome.js'

export const modeGuard: Guard = (change, facts) => {
  const mode = leastMode(change.mode, facts.mode)
  if (mode === 'observe') return outcome('skipped', 'OBSERVE', 'the rule only observes')
  if (mode === 'plan') return outcome('skipped', 'PLAN_ONLY', 'the mode is `plan`, so nothing is changed')
  return null
}
