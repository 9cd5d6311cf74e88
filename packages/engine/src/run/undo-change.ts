/** Takes one recorded change back. */
import type { Action, Applied, Planned } from '../contracts/action.js'
import { readRefusal } from '../contracts/aws-error.js'
import type { IntentReceipt, RecordedChange } from '../contracts/journal.js'
import { type Json, sameJson } from '../contracts/json.js'
import { outcome } from '../contracts/outcome.js'
import type { Change, Outcome } from '../contracts/plan.js'
import { askGuards } from './ask-guards.js'
import { classifyError, type WriteError } from './classify-error.js'
import type { RunDeps } from './deps.js'
import { itemOf, readNow, stateOf, targetOf } from './read-state.js'
import { pollUntil } from './verify.js'

type UndoingAction = Action & Required<Pick<Action, 'undo'>>

/** Both runs: the one that undoes and the one that is undone. */
export interface UndoIds {
  readonly runId: string
  readonly undoes: string
}

export async function undoChange(ids: UndoIds, recorded: RecordedChange, deps: RunDeps): Promise<Outcome> {
  const { change } = recorded
  const action = deps.actions.get(change.use)
  if (action === undefined) return outcome('refused', 'UNKNOWN_ACTION', `there is no action \`${change.use}\``)
  if (!canUndo(action)) {
    return outcome(action.once ? 'skipped' : 'refused', 'NOT_REVERSIBLE', `\`${change.use}\` cannot be taken back`)
  }
  const denial = await askGuards(change, action, asUndo(deps), null)
  if (denial !== null) return denial
  let receipt: IntentReceipt
  try {
    receipt = await deps.journal.append(ids.runId, { state: 'UNDO_INTENT', change: change.id, undoes: ids.undoes })
  } catch (error) {
    return outcome('refused', 'JOURNAL_UNWRITABLE', error instanceof Error ? error.message : String(error))
  }
  const found = await findLeft(recorded, action, deps)
  const result = found.kind === 'left' ? await write(recorded, found.state, action, receipt, deps) : found
  try {
    await deps.journal.append(ids.runId, {
      state: 'UNDO_RESULT',
      change: change.id,
      undoes: ids.undoes,
      outcome: result,
    })
    return result
  } catch (error) {
    if (found.kind !== 'left') return found
    const message = error instanceof Error ? error.message : String(error)
    return outcome('unknown', 'JOURNAL_UNWRITABLE', `written, but the result is not: ${message}`)
  }
}

function canUndo(action: Action): action is UndoingAction {
  return action.undo !== undefined
}

/** Whoever asks for an undo has decided; what stands in the way is scope and the emergency stop, not a mode. */
function asUndo(deps: RunDeps): RunDeps {
  return {
    ...deps,
    mode: 'apply',
    approvals: { isApproved: async () => true },
    exceptionFor: () => null,
  }
}

/** What stands in the way of an undo, or the live state, which is one that the run left. */
type Found = { readonly kind: 'left'; readonly state: Json } | Outcome

async function findLeft(recorded: RecordedChange, action: Action, deps: RunDeps): Promise<Found> {
  const { change } = recorded
  const left = statesLeft(recorded)
  const isLeft = (planned: Planned) => left.some((state) => sameJson(state, stateOf(planned)?.state))
  try {
    const [first] = await readNow([change], action, deps.aws, deps.clock.now())
    // An update that settles only after minutes may still show the old state.
    const slow = first !== undefined && action.verify === 'response' && !isLeft(first)
    const found = slow ? await pollUntil(change, action, deps, isLeft) : first
    const live = found === undefined || found === null ? null : stateOf(found)
    if (live === null) return outcome('refused', 'UNREADABLE', 'the state cannot be judged')
    if (sameJson(live.state, change.before)) {
      return outcome('noop', 'ALREADY_UNDONE', 'it is as it was before the run')
    }
    if (left.some((state) => sameJson(state, live.state))) return { kind: 'left', state: live.state }
    return outcome('refused', 'DRIFT', 'the resource was changed since the run; undo would lose that')
  } catch (error) {
    return readRefusal(error, action)
  }
}

/** The states that the run may have left: what it saw, and what AWS had accepted but did not show yet. */
function statesLeft({ change, result }: RecordedChange): readonly Json[] {
  const seen = result?.after ?? null
  return result?.outcome.kind === 'applied' ? [seen] : [seen, change.after]
}

async function write(
  { change, result }: RecordedChange,
  after: Json,
  action: UndoingAction,
  receipt: IntentReceipt,
  deps: RunDeps,
): Promise<Outcome> {
  const session = await deps.aws
    .writing(targetOf(change), receipt)
    .catch((error: unknown) => readRefusal(error, action))
  if ('kind' in session) return session
  const { before } = change
  const item = { ...itemOf(change, deps.clock.now()), before, after, receipt: result?.receipt ?? null }
  let applied: Applied | undefined
  let error: WriteError | null = null
  try {
    applied = (await action.undo([item], session))[0]
  } catch (thrown) {
    error = classifyError(thrown, action)
  }
  if (applied?.kind === 'outcome') return applied.outcome
  if (action.verify === 'response') return byResponse(error)
  const isBack = (state: Json) => sameJson(state, before)
  const seen = await pollUntil(
    change,
    action,
    deps,
    (planned) => isBack(stateOf(planned)?.state ?? null),
    error?.definite === true ? [] : undefined,
  )
  const live = seen === null ? null : stateOf(seen)
  return judge(live, after, change, error)
}

function byResponse(error: WriteError | null): Outcome {
  if (error === null) return outcome('undone', 'OK', 'AWS accepted it')
  return error.definite
    ? error.outcome
    : outcome('unknown', 'AMBIGUOUS', `it may have been accepted: ${error.outcome.message}`)
}

function judge(live: { readonly state: Json } | null, after: Json, change: Change, error: WriteError | null): Outcome {
  const cause = error === null ? '' : `: ${error.outcome.message}`
  if (live === null) return outcome('unknown', 'VERIFY_TIMEOUT', `the state could not be read after the undo${cause}`)
  if (sameJson(live.state, change.before)) return outcome('undone', 'OK', `undone: ${change.summary}`)
  const untouched = sameJson(live.state, after)
  if (untouched && error !== null) return error.outcome
  if (untouched) return outcome('unknown', 'VERIFY_TIMEOUT', 'the undo was accepted but cannot be seen yet')
  if (change.reversible === 'partial' && error === null) {
    return outcome('undone', 'PARTIAL', `undone as far as it can be: ${change.summary}`)
  }
  return outcome('unknown', 'AMBIGUOUS', `the state is neither the old nor the changed one${cause}`)
}
