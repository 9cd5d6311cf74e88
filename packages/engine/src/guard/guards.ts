/**
 * All guards, and the one rule that puts them together: a deny anywhere wins.
 *
 * To add a guard, write its file and name it here. All of them are asked, so that the answer does not depend on
 * their order: of several denials the strictest is told.
 */
import type { Guard, GuardFacts } from '../contracts/guard.js'
import type { Change, Outcome, OutcomeKind } from '../contracts/plan.js'
import { accountGuard } from './account.js'
import { approvalGuard } from './approval.js'
import { exceptionGuard } from './exception.js'
import { killSwitchGuard } from './kill-switch.js'
import { modeGuard } from './mode.js'
import { partitionGuard } from './partition.js'
import { planAgeGuard } from './plan-age.js'
import { scopeGuard } from './scope.js'

/** Those whose answer needs the moment of acting. */
const momentary: readonly Guard[] = [modeGuard, approvalGuard, exceptionGuard, killSwitchGuard, planAgeGuard]

/** Those whose answer is known when the plan is made, so that nothing has to be read for what they refuse. */
export const standing: readonly Guard[] = [accountGuard, partitionGuard, scopeGuard]

export const guards: readonly Guard[] = [...momentary, ...standing]

/** The strictest denial of `asked`, or `null` if all allow. */
export function judge(change: Change, facts: GuardFacts, asked: readonly Guard[] = guards): Outcome | null {
  const denials = asked.flatMap((guard) => guard(change, facts) ?? [])
  return denials.sort((a, b) => rank(a) - rank(b) || compare(a.code, b.code))[0] ?? null
}

const strictness: readonly OutcomeKind[] = ['refused', 'skipped', 'deferred']

function rank({ kind }: Outcome): number {
  const position = strictness.indexOf(kind)
  return position === -1 ? strictness.length : position
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}
