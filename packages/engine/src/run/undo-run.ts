/**
 * Takes a run back: its changes in reverse order, each only if the live state is still what the run left.
 *
 * An undo is a write like any other: guards, a durable intent, a read before and a read after. It is recorded as
 * a run of its own.
 */
import { engineVersion } from '../contracts/engine-version.js'
import type { RecordedChange } from '../contracts/journal.js'
import { sameJson } from '../contracts/json.js'
import { outcome } from '../contracts/outcome.js'
import type { Change, Outcome, Report } from '../contracts/plan.js'
import { RedressError } from '../contracts/problem.js'
import type { RunDeps } from './deps.js'
import { targetOf } from './read-state.js'
import { undoChanges } from './undo-changes.js'

/** The run to take back. */
export interface PastRun {
  readonly runId: string
  readonly planHash: string
  readonly changes: readonly RecordedChange[]
}

/** Rejects with `journal.unwritable` when the undo cannot be recorded at all. */
export async function undoRun(past: PastRun, deps: RunDeps, rulesetHash: string): Promise<Report> {
  const runId = deps.ids.next()
  const { planHash, runId: undoes } = past
  await deps.journal.append(runId, { state: 'RUN', mode: 'undo', planHash, rulesetHash, engineVersion })
  const wanted = past.changes.filter((recorded) => !leftNothing(recorded)).toReversed()
  const outcomes = new Map<Change, Outcome>()
  function settle(change: Change, result: Outcome): void {
    outcomes.set(change, result)
    deps.progress?.({ change, outcome: result })
  }
  for (const unit of unitsOf(wanted, deps)) {
    const open = unit.flatMap((recorded) => {
      const reason = reasonAgainst(recorded)
      if (reason !== null) settle(recorded.change, reason)
      return reason === null ? [recorded] : []
    })
    for (const [change, result] of await undoChanges({ runId, undoes }, open, deps)) settle(change, result)
  }
  const unsaid = outcome('unknown', 'AMBIGUOUS', 'nothing was said of this change')
  return {
    runId,
    mode: 'apply',
    outcomes: wanted.map(({ change }) => ({ change, outcome: outcomes.get(change) ?? unsaid })),
  }
}

/** Neighbours of one action and place, as many as the action takes in one call. */
function unitsOf(wanted: readonly RecordedChange[], { actions }: RunDeps): readonly (readonly RecordedChange[])[] {
  const units: RecordedChange[][] = []
  for (const recorded of wanted) {
    const unit = units.at(-1)
    const first = unit?.[0]?.change
    const { change } = recorded
    const fits =
      first !== undefined &&
      first.use === change.use &&
      sameJson(targetOf(first), targetOf(change)) &&
      (unit?.length ?? 0) < Math.min(100, actions.get(change.use)?.batch ?? 1)
    if (fits) unit?.push(recorded)
    else units.push([recorded])
  }
  return units
}

/** Nothing was written, so there is nothing to say about it either. */
function leftNothing({ result }: RecordedChange): boolean {
  if (result === null) return false
  const { kind, code } = result.outcome
  return kind !== 'applied' && kind !== 'unknown' && !(kind === 'deferred' && code === 'PENDING')
}

function reasonAgainst({ result, undone }: RecordedChange): Outcome | null {
  if (undone) return outcome('noop', 'ALREADY_UNDONE', 'this was taken back before')
  if (result === null) return outcome('refused', 'UNCERTAIN', 'the run ended before it recorded what came of this')
  const { kind, code, message } = result.outcome
  if (kind !== 'unknown' || code === 'VERIFY_TIMEOUT') return null
  return outcome('refused', 'UNCERTAIN', `it is not known what came of this: ${message}`)
}

/** The error for a run that the journal does not know. */
export function runNotFound(runId: string): RedressError {
  return new RedressError('run.not-found', `there is no run \`${runId}\` in the journal`, {
    hint: 'list the runs with `redress history`',
  })
}
