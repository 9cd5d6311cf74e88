/** The write of an undo, and its proof: the state must be again what it was before the run. */
import type { Action, Applied, Planned } from '../contracts/action.js'
import { readRefusal } from '../contracts/aws-error.js'
import type { IntentReceipt } from '../contracts/journal.js'
import { type Json, sameJson } from '../contracts/json.js'
import { outcome } from '../contracts/outcome.js'
import type { Change, Outcome } from '../contracts/plan.js'
import { classifyError, type WriteError } from './classify-error.js'
import type { RunDeps } from './deps.js'
import { itemOf, stateOf, targetOf } from './read-state.js'
import { patienceFor, pollAll } from './verify.js'

export type UndoingAction = Action & Required<Pick<Action, 'undo'>>

/** A change to take back. */
export interface Restore {
  readonly change: Change
  /** The state now, which a read has just seen. */
  readonly live: Json
  /** What `apply` returned. */
  readonly receipt: Json
}

/** What came of each; all are of one action and place. */
export async function restore(
  unit: readonly Restore[],
  action: UndoingAction,
  receipt: IntentReceipt,
  deps: RunDeps,
): Promise<ReadonlyMap<Change, Outcome>> {
  const [first] = unit
  if (first === undefined) return new Map()
  const target = targetOf(first.change)
  const session = await deps.aws.writing(target, receipt).catch((error: unknown) => readRefusal(error, action))
  if ('kind' in session) return new Map(unit.map(({ change }) => [change, session]))
  const now = deps.clock.now()
  const items = unit.map(({ change, live, receipt: made }) => ({
    ...itemOf(change, now),
    before: change.before,
    after: live,
    receipt: made,
  }))
  let undone: readonly Applied[] = []
  let error: WriteError | null = null
  try {
    undone = await action.undo(items, session)
  } catch (thrown) {
    error = classifyError(thrown, action)
  }
  return outcomesOf(unit, action, undone, error, deps)
}

async function outcomesOf(
  unit: readonly Restore[],
  action: Action,
  undone: readonly Applied[],
  error: WriteError | null,
  deps: RunDeps,
): Promise<ReadonlyMap<Change, Outcome>> {
  const outcomes = new Map<Change, Outcome>()
  const toVerify: Restore[] = []
  for (const [index, each] of unit.entries()) {
    const one = undone[index]
    if (one?.kind === 'outcome') outcomes.set(each.change, one.outcome)
    else if (action.verify === 'response') outcomes.set(each.change, byResponse(one, error))
    else toVerify.push(each)
  }
  const isBack = (planned: Planned, { before }: Change) => sameJson(stateOf(planned)?.state, before)
  const changes = toVerify.map(({ change }) => change)
  const seen = await pollAll(changes, action, deps, isBack, patienceFor(error))
  for (const each of toVerify) outcomes.set(each.change, judge(each, seen.get(each.change), error))
  return outcomes
}

function byResponse(undone: Applied | undefined, error: WriteError | null): Outcome {
  if (undone?.kind === 'done') return outcome('undone', 'OK', 'AWS accepted it')
  if (error?.definite === true) return error.outcome
  const cause = error === null ? 'AWS said nothing of this item' : error.outcome.message
  return outcome('unknown', 'AMBIGUOUS', `it may have been accepted: ${cause}`)
}

function judge({ change, live }: Restore, seen: Planned | undefined, error: WriteError | null): Outcome {
  const cause = error === null ? '' : `: ${error.outcome.message}`
  const now = seen === undefined ? null : stateOf(seen)
  if (now === null) return outcome('unknown', 'VERIFY_TIMEOUT', `the state could not be read after the undo${cause}`)
  if (sameJson(now.state, change.before)) return outcome('undone', 'OK', `undone: ${change.summary}`)
  const untouched = sameJson(now.state, live)
  if (untouched && error !== null) return error.outcome
  if (untouched) return outcome('unknown', 'VERIFY_TIMEOUT', 'the undo was accepted but cannot be seen yet')
  if (change.reversible === 'partial' && error === null) {
    return outcome('undone', 'PARTIAL', `undone as far as it can be: ${change.summary}`)
  }
  return outcome('unknown', 'AMBIGUOUS', `the state is neither the old nor the changed one${cause}`)
}
