/**
 * Takes a run back: its changes in reverse order, each only if the live state is still what the run left.
 *
 * An undo is a write like any other: guards, a durable intent, a read before and a read after. It is recorded as
 * a run of its own.
 */
import { engineVersion } from '../contracts/engine-version.js'
import type { RecordedChange } from '../contracts/journal.js'
import { outcome } from '../contracts/outcome.js'
import type { ChangeOutcome, Outcome, Report } from '../contracts/plan.js'
import { RedressError } from '../contracts/problem.js'
import type { RunDeps } from './deps.js'
import { undoChange } from './undo-change.js'

/** Rejects with `journal.unwritable` when the undo cannot be recorded at all. */
export async function undoRun(
  undoes: string,
  changes: readonly RecordedChange[],
  deps: RunDeps,
  rulesetHash: string,
): Promise<Report> {
  const runId = deps.ids.next()
  await deps.journal.append(runId, { state: 'RUN', mode: 'undo', planHash: '', rulesetHash, engineVersion })
  const outcomes: ChangeOutcome[] = []
  for (const recorded of changes.toReversed()) {
    if (leftNothing(recorded)) continue
    const { change } = recorded
    const result = reasonAgainst(recorded) ?? (await undoChange({ runId, undoes }, recorded, deps))
    outcomes.push({ change, outcome: result })
    deps.progress?.({ change, outcome: result })
  }
  return { runId, mode: 'apply', outcomes }
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
