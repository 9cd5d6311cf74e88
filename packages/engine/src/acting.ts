/**
 * Puts the stages after deciding together: plan, guard, run, journal.
 *
 * `engine.ts` adds deciding in front. Nothing else may call a stage that writes.
 */
import type { Action } from './contracts/action.js'
import type { Decision } from './contracts/decision.js'
import type { Journal, JournalStore, RunSummary } from './contracts/journal.js'
import type { LoadedProject } from './contracts/loaded.js'
import type { Change, ChangeOutcome, Mode, Outcome, Plan, Report } from './contracts/plan.js'
import type { Approvals, AwsPort, Clock, Ids, KillSwitch } from './contracts/ports.js'
import { RedressError } from './contracts/problem.js'
import { secretPlaces } from './contracts/secrets.js'
import { guards, judge, standing } from './guard/guards.js'
import { createJournal } from './journal/create-journal.js'
import { appliedKeys, changesOf, listRuns } from './journal/history.js'
import { openingSecrets } from './open-secrets.js'
import { planDecisions } from './plan/plan-decisions.js'
import { verifyPlan } from './plan/plan-hash.js'
import { applyPlan } from './run/apply-plan.js'
import type { RunDeps } from './run/deps.js'
import { runNotFound, undoRun } from './run/undo-run.js'

export interface ActingPorts {
  readonly loaded: LoadedProject
  readonly actions: ReadonlyMap<string, Action>
  readonly aws: AwsPort
  readonly journal: JournalStore
  readonly clock: Clock
  readonly ids: Ids
  readonly killSwitch: KillSwitch
  readonly approvals: Approvals
}

export interface ApplyOptions {
  readonly mode: Mode
  /** Keys of changes that a person has just approved, besides what the approvals port says. */
  readonly approved: readonly string[]
  /** Id of the exception that covers the change's target now, or `null`. */
  readonly exceptionFor: (change: Change) => string | null
  readonly progress?: ((done: ChangeOutcome) => void) | undefined
}

export interface PlanProgress {
  readonly progress?: ((done: number, total: number) => void) | undefined
}

export interface Acting {
  plan(decisions: readonly Decision[], options?: PlanProgress): Promise<Plan>
  /** Rejects with `plan.stale` for a plan that may not be applied. */
  verify(plan: Plan): Promise<void>
  apply(plan: Plan, options: ApplyOptions): Promise<Report>
  undo(runId: string, options?: Pick<ApplyOptions, 'progress'>): Promise<Report>
  history(): Promise<readonly RunSummary[]>
}

export function createActing(ports: ActingPorts): Acting {
  const { loaded, aws, clock } = ports
  const places = secretPlaces(loaded, ports.actions)
  const actions = new Map([...ports.actions].map(([name, action]) => [name, openingSecrets(action, places)]))
  const { project } = loaded
  const journal = createJournal(ports.journal, { clock })

  let last: Promise<unknown> = Promise.resolve()

  /** Two runs side by side would send a message twice: neither knows what the other is about to send. */
  function alone<Result>(run: () => Promise<Result>): Promise<Result> {
    const mine = last.then(run)
    last = mine.catch(() => undefined)
    return mine
  }

  function deps({ mode, approved, exceptionFor, progress }: ApplyOptions): RunDeps {
    return {
      ...ports,
      actions,
      journal,
      project,
      mode,
      exceptionFor,
      progress,
      guard: (change, facts) => judge(change, facts, guards),
      approvals: {
        isApproved: async (change) => approved.includes(change.key) || ports.approvals.isApproved(change),
      },
    }
  }

  /** What the project's scope and the finding's own account rule out before anything is read. */
  function refuse(change: Change): Outcome | null {
    const action = actions.get(change.use)
    if (project === null || action === undefined || change.mode === 'observe') return null
    const moment = { now: clock.now(), planExpiresAt: null, stopped: false, approved: false, exception: null }
    return judge(change, { ...moment, mode: change.mode, action, project }, standing)
  }

  const verify = (plan: Plan) => verifyPlan(plan, { now: clock.now(), rulesetHash: loaded.hash, actions })

  return {
    plan: (decisions, options = {}) => planDecisions(decisions, { actions, aws, clock, loaded, refuse, ...options }),
    verify,
    async apply(plan, options) {
      await verify(plan)
      const sent = async () => appliedKeys(await journal.records())
      return alone(() => releasing(journal, () => applyPlan(plan, deps(options), sent)))
    },
    undo: (runId, options = {}) => alone(() => undo(runId, options)),
    history: async () => listRuns(await journal.records()),
  }

  async function undo(runId: string, options: Pick<ApplyOptions, 'progress'>): Promise<Report> {
    const records = await journal.records()
    const start = records.find((record) => record.runId === runId)?.entry
    if (start === undefined) throw runNotFound(runId)
    if (start.state === 'RUN' && start.mode === 'undo') throw undoOfUndo(runId)
    const all = deps({ mode: 'apply', approved: [], exceptionFor: () => null, ...options })
    const planHash = start.state === 'RUN' ? start.planHash : ''
    const past = { runId, planHash, changes: changesOf(records, runId) }
    return releasing(journal, () => undoRun(past, all, loaded.hash))
  }
}

function undoOfUndo(runId: string): RedressError {
  return new RedressError('usage.option', `run \`${runId}\` is itself an undo`, {
    hint: 'plan and apply again to have the changes back',
  })
}

async function releasing<Result>(journal: Journal, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } finally {
    await journal.release()
  }
}
