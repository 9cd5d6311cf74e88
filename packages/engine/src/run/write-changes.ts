/**
 * One write, of one change or of one batch: intent, re-read, call, verification, result.
 *
 * The intent is durable before anything else happens, and the call is made at most once. What was found in the
 * plan must still be there; otherwise nothing is written.
 */
import type { Action, Applied, Planned } from '../contracts/action.js'
import { readRefusal } from '../contracts/aws-error.js'
import type { IntentReceipt } from '../contracts/journal.js'
import { type Json, sameJson } from '../contracts/json.js'
import { outcome } from '../contracts/outcome.js'
import type { Change, Outcome } from '../contracts/plan.js'
import { classifyError, type WriteError } from './classify-error.js'
import type { RunDeps } from './deps.js'
import { itemOf, readNow, targetOf } from './read-state.js'
import { verifyChanges } from './verify.js'

interface Result {
  readonly outcome: Outcome
  readonly after: Json
  readonly receipt: Json
  /** True if the call was made, so that the change may be there. */
  readonly sent: boolean
}

/** What came of each change; all are of one action and place, and were let through by the guards. */
export async function writeChanges(
  runId: string,
  changes: readonly Change[],
  action: Action,
  deps: RunDeps,
): Promise<ReadonlyMap<Change, Outcome>> {
  const outcomes = new Map<Change, Outcome>()
  const receipts = new Map<Change, IntentReceipt>()
  for (const change of changes) {
    try {
      receipts.set(change, await deps.journal.append(runId, { state: 'INTENT', change }))
    } catch (error) {
      outcomes.set(change, notRecorded('refused', error))
    }
  }
  const results = await rereadAndWrite([...receipts.keys()], action, [...receipts.values()].at(-1), deps)
  for (const [change, result] of results) outcomes.set(change, await record(runId, change, result, deps))
  return outcomes
}

async function record(runId: string, change: Change, result: Result, { journal }: RunDeps): Promise<Outcome> {
  const { outcome: made, after, receipt } = result
  try {
    await journal.append(runId, { state: 'RESULT', change: change.id, outcome: made, after, receipt })
    return made
  } catch (error) {
    return result.sent ? notRecorded('unknown', error) : made
  }
}

async function rereadAndWrite(
  changes: readonly Change[],
  action: Action,
  receipt: IntentReceipt | undefined,
  deps: RunDeps,
): Promise<ReadonlyMap<Change, Result>> {
  const results = new Map<Change, Result>()
  if (receipt === undefined) return results
  const same: Change[] = []
  try {
    const found = await readNow(changes, action, deps.aws, deps.clock.now())
    changes.forEach((change, index) => {
      const reason = differs(change, found[index])
      if (reason === null) same.push(change)
      else results.set(change, unsent(reason))
    })
  } catch (error) {
    for (const change of changes) results.set(change, unsent(readRefusal(error, action)))
  }
  for (const [change, result] of await write(same, action, receipt, deps)) results.set(change, result)
  return results
}

/** Why the live state is not the planned one, or `null`. */
function differs(change: Change, found: Planned | undefined): Outcome | null {
  switch (found?.kind) {
    case undefined:
      return outcome('refused', 'UNREADABLE', `\`${change.use}\` said nothing of this item`)
    case 'closed':
      return outcome('noop', 'ALREADY_COMPLIANT', 'it became as it should be since the plan was made')
    case 'gone':
      return outcome('noop', 'RESOURCE_GONE', 'the resource is gone since the plan was made')
    case 'pending':
      // Not `PENDING`, which means that our own write was accepted: undo must not touch this one.
      return outcome('deferred', 'BUSY', found.message)
    case 'refused':
      return outcome('refused', found.code, found.message)
    case 'change':
      return sameJson([found.before, found.after], [change.before, change.after])
        ? null
        : outcome('skipped', 'STATE_CHANGED', 'the resource changed since the plan was made')
    default:
      return found satisfies never
  }
}

async function write(
  changes: readonly Change[],
  action: Action,
  receipt: IntentReceipt,
  deps: RunDeps,
): Promise<ReadonlyMap<Change, Result>> {
  const [first] = changes
  if (first === undefined) return new Map()
  const session = await deps.aws.writing(targetOf(first), receipt).catch((error: unknown) => readRefusal(error, action))
  if ('kind' in session) return new Map(changes.map((change) => [change, unsent(session)]))
  const now = deps.clock.now()
  const items = changes.map((change) => ({ ...itemOf(change, now), before: change.before, after: change.after }))
  let applied: readonly Applied[] = []
  let error: WriteError | null = null
  try {
    applied = await action.apply(items, session)
  } catch (thrown) {
    error = classifyError(thrown, action)
  }
  return resultsOf(changes, action, applied, error, deps)
}

async function resultsOf(
  changes: readonly Change[],
  action: Action,
  applied: readonly Applied[],
  error: WriteError | null,
  deps: RunDeps,
): Promise<ReadonlyMap<Change, Result>> {
  const results = new Map<Change, Result>()
  const toVerify: Change[] = []
  for (const [index, change] of changes.entries()) {
    const one = applied[index]
    if (one?.kind === 'outcome') results.set(change, sent(one.outcome, null, null))
    else if (action.verify === 'response') results.set(change, byResponse(change, one, error))
    else toVerify.push(change)
  }
  for (const [change, { outcome: made, after }] of await verifyChanges(toVerify, action, error, deps)) {
    const one = applied[changes.indexOf(change)]
    results.set(change, sent(made, after, one?.kind === 'done' ? one.receipt : null))
  }
  return results
}

/** The result where the answer to the call is all the proof that there is. */
function byResponse(change: Change, applied: Applied | undefined, error: WriteError | null): Result {
  if (applied?.kind === 'done') return sent(outcome('applied', 'OK', change.summary), change.after, applied.receipt)
  if (error?.definite === true) return sent(error.outcome, null, null)
  const cause = error === null ? 'AWS said nothing of this item' : error.outcome.message
  return sent(outcome('unknown', 'AMBIGUOUS', `it may have been accepted: ${cause}`), null, null)
}

function sent(made: Outcome, after: Json, receipt: Json): Result {
  return { outcome: made, after, receipt, sent: true }
}

function unsent(reason: Outcome): Result {
  return { outcome: reason, after: null, receipt: null, sent: false }
}

function notRecorded(kind: 'refused' | 'unknown', error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error)
  return outcome(
    kind,
    'JOURNAL_UNWRITABLE',
    kind === 'refused' ? message : `written, but the result is not: ${message}`,
  )
}
