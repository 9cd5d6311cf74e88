/**
 * Takes recorded changes of one action and place back, in one call where the action takes several.
 *
 * Nothing is touched whose live state is not one that the run left: someone has changed it since.
 */
import type { Action, Planned } from '../contracts/action.js'
import { readRefusal } from '../contracts/aws-error.js'
import type { IntentReceipt, RecordedChange } from '../contracts/journal.js'
import { type Json, sameJson } from '../contracts/json.js'
import { outcome } from '../contracts/outcome.js'
import type { Change, Outcome } from '../contracts/plan.js'
import { askGuards } from './ask-guards.js'
import type { RunDeps } from './deps.js'
import { readNow, stateOf } from './read-state.js'
import { type Restore, restore, type UndoingAction } from './restore.js'
import { pollAll } from './verify.js'

/** Both runs: the one that undoes and the one that is undone. */
export interface UndoIds {
  readonly runId: string
  readonly undoes: string
}

export async function undoChanges(
  ids: UndoIds,
  unit: readonly RecordedChange[],
  deps: RunDeps,
): Promise<ReadonlyMap<Change, Outcome>> {
  const outcomes = new Map<Change, Outcome>()
  const intended = new Map<RecordedChange, IntentReceipt>()
  const action = undoingAction(unit[0]?.change.use ?? '', deps)
  if ('code' in action) return new Map(unit.map(({ change }) => [change, action]))
  for (const recorded of unit) {
    const { change } = recorded
    const denial = await askGuards(change, action, asUndo(deps), null)
    try {
      if (denial !== null) outcomes.set(change, denial)
      else intended.set(recorded, await deps.journal.append(ids.runId, { state: 'UNDO_INTENT', ...named(ids, change) }))
    } catch (error) {
      outcomes.set(change, notRecorded('refused', error))
    }
  }
  const found = await findLeft([...intended.keys()], action, deps)
  const receipt = [...intended.values()].at(-1)
  const toRestore = [...found.values()].flatMap((each) => ('change' in each ? [each] : []))
  const restored = receipt === undefined ? new Map<Change, Outcome>() : await restore(toRestore, action, receipt, deps)
  for (const { change } of intended.keys()) {
    const reason = found.get(change)
    const untouched = reason !== undefined && 'code' in reason ? reason : null
    const result =
      untouched ?? restored.get(change) ?? outcome('refused', 'UNREADABLE', 'nothing was said of this item')
    outcomes.set(change, await record(ids, change, result, untouched === null, deps))
  }
  return outcomes
}

function undoingAction(use: string, { actions }: RunDeps): UndoingAction | Outcome {
  const action = actions.get(use)
  if (action === undefined) return outcome('refused', 'UNKNOWN_ACTION', `there is no action \`${use}\``)
  if (canUndo(action)) return action
  return outcome(action.once ? 'skipped' : 'refused', 'NOT_REVERSIBLE', `\`${use}\` cannot be taken back`)
}

function canUndo(action: Action): action is UndoingAction {
  return action.undo !== undefined
}

/** Whoever asks for an undo has decided; what stands in the way is scope and the emergency stop, not a mode. */
function asUndo(deps: RunDeps): RunDeps {
  return { ...deps, mode: 'apply', approvals: { isApproved: async () => true }, exceptionFor: () => null }
}

/** For each change what stands in the way of an undo, or the live state, which is one that the run left. */
async function findLeft(
  unit: readonly RecordedChange[],
  action: Action,
  deps: RunDeps,
): Promise<ReadonlyMap<Change, Restore | Outcome>> {
  const changes = unit.map(({ change }) => change)
  const left = new Map(unit.map((recorded) => [recorded.change, statesLeft(recorded)]))
  const isLeft = (planned: Planned, change: Change) =>
    (left.get(change) ?? []).some((state) => sameJson(state, stateOf(planned)?.state))
  try {
    const found = await readNow(changes, action, deps.aws, deps.clock.now())
    const seen = new Map(changes.flatMap((change, index) => (found[index] ? [[change, found[index]] as const] : [])))
    // An update that settles only after minutes may still show the old state.
    const slow = action.verify === 'response' ? [...seen].filter(([change, planned]) => !isLeft(planned, change)) : []
    const waitedFor = slow.map(([change]) => change)
    for (const [change, planned] of await pollAll(waitedFor, action, deps, isLeft)) seen.set(change, planned)
    return new Map(unit.map((recorded) => [recorded.change, compare(recorded, seen.get(recorded.change), isLeft)]))
  } catch (error) {
    return new Map(changes.map((change) => [change, readRefusal(error, action)]))
  }
}

function compare(
  { change, result }: RecordedChange,
  planned: Planned | undefined,
  isLeft: (planned: Planned, change: Change) => boolean,
): Restore | Outcome {
  const live = planned === undefined ? null : stateOf(planned)
  if (planned === undefined || live === null) return outcome('refused', 'UNREADABLE', 'the state cannot be judged')
  if (sameJson(live.state, change.before)) return outcome('noop', 'ALREADY_UNDONE', 'it is as it was before the run')
  if (isLeft(planned, change)) return { change, live: live.state, receipt: result?.receipt ?? null }
  return outcome('refused', 'DRIFT', 'the resource was changed since the run; undo would lose that')
}

/** The states that the run may have left: what it saw, and what AWS had accepted but did not show yet. */
function statesLeft({ change, result }: RecordedChange): readonly Json[] {
  const seen = result?.after ?? null
  return result?.outcome.kind === 'applied' ? [seen] : [seen, change.after]
}

async function record(
  ids: UndoIds,
  change: Change,
  result: Outcome,
  written: boolean,
  { journal }: RunDeps,
): Promise<Outcome> {
  try {
    await journal.append(ids.runId, { state: 'UNDO_RESULT', ...named(ids, change), outcome: result })
    return result
  } catch (error) {
    return written ? notRecorded('unknown', error) : result
  }
}

function named({ undoes }: UndoIds, { id }: Change) {
  return { change: id, undoes }
}

function notRecorded(kind: 'refused' | 'unknown', error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error)
  return outcome(
    kind,
    'JOURNAL_UNWRITABLE',
    kind === 'refused' ? message : `written, but the result is not: ${message}`,
  )
}
