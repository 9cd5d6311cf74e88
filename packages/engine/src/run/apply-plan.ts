/**
 * Applies a plan: the only way to a write.
 *
 * Level by level of the sequences; on a level up to four accounts side by side, one account in order. What may be
 * sent together (finding updates) goes in one call of at most a hundred.
 */
import type { Action } from '../contracts/action.js'
import { chunks, inParallel } from '../contracts/in-parallel.js'
import { canonical } from '../contracts/json.js'
import { outcome } from '../contracts/outcome.js'
import type { Change, ChangeOutcome, Outcome, Plan, Report } from '../contracts/plan.js'
import { askGuards } from './ask-guards.js'
import type { RunDeps } from './deps.js'
import { earlierOf, levelsOf, stoppedBy } from './sequences.js'
import { writeChanges } from './write-changes.js'

const accountsAtOnce = 4
const largestBatch = 100

/** A change that may be made, as far as is known before anything is recorded. */
interface Ready {
  readonly change: Change
  readonly action: Action
}

/** `sent` gives the keys of messages that the journal knows as sent. The plan must have been verified. */
export async function applyPlan(plan: Plan, deps: RunDeps, sent: () => Promise<ReadonlySet<string>>): Promise<Report> {
  // Before anything is recorded; its library takes longer to load than the rest of the engine.
  const { checkParams } = await import('../contracts/check-params.js')
  const runId = deps.ids.next()
  const outcomes = new Map<Change, Outcome>()
  const journal = await openRun(runId, plan, deps, sent)
  const earlier = earlierOf(plan.changes)
  const done = new Set<string>(journal.kind === 'open' ? journal.sent : [])

  function settle(change: Change, result: Outcome): void {
    outcomes.set(change, result)
    if (result.kind === 'applied') done.add(change.key)
    deps.progress?.({ change, outcome: result })
  }

  async function readyOrSettled(change: Change): Promise<readonly Ready[]> {
    const action = deps.actions.get(change.use)
    const reason = await reasonAgainst(change, action)
    if (reason === null && action !== undefined) return [{ change, action }]
    settle(change, reason ?? outcome('refused', 'UNKNOWN_ACTION', `there is no action \`${change.use}\``))
    return []
  }

  async function reasonAgainst(change: Change, action: Action | undefined): Promise<Outcome | null> {
    if (change.verdict.kind !== 'change') return change.verdict
    if (action === undefined) return null
    const wrong = checkParams(action.params, change.with)
    if (wrong !== null) return outcome('refused', 'PARAMETERS', `\`${change.use}\` cannot run: ${wrong}`)
    const denial = await askGuards(change, action, deps, Date.parse(plan.expiresAt))
    if (denial !== null) return denial
    const before = (earlier.get(change) ?? []).map((other) => ({
      change: other,
      action: deps.actions.get(other.use),
      outcome: outcomes.get(other) ?? outcome('skipped', 'EARLIER_STEP', 'not reached'),
    }))
    const stopped = stoppedBy(action, before)
    if (stopped !== null) return stopped
    if (journal.kind === 'closed') return journal.outcome
    return action.once && done.has(change.key) ? outcome('noop', 'DUPLICATE', 'this was sent before') : null
  }

  for (const level of levelsOf(plan.changes)) {
    await inParallel(lanesOf(level), accountsAtOnce, async (lane) => {
      for (const unit of unitsOf(lane, deps.actions)) {
        const ready: Ready[] = []
        for (const change of unit) ready.push(...(await readyOrSettled(change)))
        const [first] = ready
        if (first === undefined) continue
        const changes = ready.map(({ change }) => change)
        const results = await writeChanges(runId, changes, first.action, deps)
        for (const [change, result] of results) settle(change, result)
      }
    })
  }
  const report = plan.changes.map((change): ChangeOutcome => {
    const result = outcomes.get(change)
    if (result === undefined) throw new TypeError(`change \`${change.id}\` came to no outcome`)
    return { change, outcome: result }
  })
  return { runId, mode: deps.mode, outcomes: report }
}

type OpenRun =
  | { readonly kind: 'open'; readonly sent: ReadonlySet<string> }
  | { readonly kind: 'closed'; readonly outcome: Outcome }

/** Without a journal that takes records nothing is written; everything else goes on. */
async function openRun(
  runId: string,
  plan: Plan,
  deps: RunDeps,
  sent: () => Promise<ReadonlySet<string>>,
): Promise<OpenRun> {
  const { engineVersion, rulesetHash, hash: planHash } = plan
  try {
    await deps.journal.append(runId, { state: 'RUN', mode: deps.mode, planHash, rulesetHash, engineVersion })
    return { kind: 'open', sent: await sent() }
  } catch (error) {
    return { kind: 'closed', outcome: unwritable(error) }
  }
}

function unwritable(error: unknown): Outcome {
  return outcome('refused', 'JOURNAL_UNWRITABLE', error instanceof Error ? error.message : String(error))
}

function lanesOf(level: readonly Change[]): readonly (readonly Change[])[] {
  const lanes = new Map<string, Change[]>()
  for (const change of level) {
    put(lanes, canonical([change.partition, change.account]), change)
  }
  return [...lanes.values()]
}

/** What is written in one call: changes of one action in one Region, as many as the action takes. */
function unitsOf(lane: readonly Change[], actions: ReadonlyMap<string, Action>): readonly (readonly Change[])[] {
  const groups = new Map<string, Change[]>()
  for (const change of lane) {
    const key = canonical([change.use, change.region, (actions.get(change.use)?.batch ?? 1) > 1 ? null : change.id])
    put(groups, key, change)
  }
  return [...groups.values()].flatMap((group) =>
    chunks(group, Math.min(largestBatch, actions.get(group[0]?.use ?? '')?.batch ?? 1)),
  )
}

function put(groups: Map<string, Change[]>, key: string, change: Change): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [change])
  else group.push(change)
}
