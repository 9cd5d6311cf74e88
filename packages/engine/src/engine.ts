/**
 * The engine: findings in, decisions, plans and reports out. The one file that knows the order of the stages.
 *
 * Without an `aws` port nothing can be read, without a journal nothing is written, and without a mode the run
 * only plans; each says so in its outcomes.
 */
import { neverStopped, noAws, noJournal, nothingApproved } from './absent-ports.js'
import { createActing, type PlanProgress } from './acting.js'
import type { Action } from './contracts/action.js'
import type { Decision, Explanation } from './contracts/decision.js'
import type { Finding } from './contracts/finding.js'
import type { JournalStore, RunSummary } from './contracts/journal.js'
import type { LoadedProject } from './contracts/loaded.js'
import type { ChangeOutcome, Mode, Plan, Report } from './contracts/plan.js'
import type { Approvals, AwsPort, Clock, FindingSource, Ids, KillSwitch } from './contracts/ports.js'
import { decide } from './decide/decide.js'
import { explain } from './decide/explain.js'
import { prepare } from './decide/prepare.js'
import { exceptionCovering } from './exception-covering.js'
import { createMatchSet } from './match/create-match-set.js'
import { newestFindings, skippedDecision } from './newest-findings.js'
import { refetchFindings } from './refetch-findings.js'
import { systemClock, systemIds } from './system-ports.js'

/** What an engine is made of. */
export interface EngineOptions {
  readonly project: LoadedProject
  readonly actions: readonly Action[]
  readonly aws?: AwsPort | undefined
  readonly journal?: JournalStore | undefined
  readonly clock?: Clock | undefined
  readonly ids?: Ids | undefined
  readonly killSwitch?: KillSwitch | undefined
  readonly approvals?: Approvals | undefined
  /** Security Hub, to fetch findings again before they are acted on. Whoever handles events gives one. */
  readonly findings?: FindingSource | undefined
  /** True when findings that did not come in an event were chosen by a person and need not be fetched again. */
  readonly trustFiles?: boolean | undefined
  /** The run's mode; `plan` when not given, which changes nothing. */
  readonly mode?: Mode | undefined
}

/** How to decide. */
export interface DecideOptions {
  /** The run's mode, in place of the engine's. */
  readonly mode?: Mode | undefined
  /** True when a person asks for these findings: rules with `on: request` apply. */
  readonly request?: boolean | undefined
}

/** How to apply. */
export interface RunOptions {
  /** The run's mode, in place of the engine's. */
  readonly mode?: Mode | undefined
  /** Keys of the changes that a person has just approved. */
  readonly approved?: readonly string[] | undefined
  /** Called as each change comes to its outcome. */
  readonly progress?: ((done: ChangeOutcome) => void) | undefined
}

/** Decides, plans, applies and takes back. */
export interface Engine {
  /** Pure: one decision per finding and target. Of several copies of a finding only the newest counts. */
  decide(findings: Iterable<Finding>, options?: DecideOptions): readonly Decision[]
  /** Only reads. Its changes carry the mode that they may be applied in. */
  plan(findings: Iterable<Finding>, options?: DecideOptions & PlanProgress): Promise<Plan>
  /** Rejects with `plan.stale` when the plan was changed, has expired or is of other rules. */
  verify(plan: Plan): Promise<void>
  /** Makes the changes of a plan that {@link Engine.verify} accepts; rejects otherwise. */
  apply(plan: Plan, options?: RunOptions): Promise<Report>
  /** Decides, plans and applies in one go. */
  run(findings: Iterable<Finding>, options?: RunOptions & Pick<DecideOptions, 'request'>): Promise<Report>
  /** Takes back what a run changed; rejects with `run.not-found`. */
  undo(runId: string, options?: Pick<RunOptions, 'progress'>): Promise<Report>
  /** Why a rule, playbook or exception holds for a finding or not, clause by clause. */
  explain(finding: Finding, id: string): readonly Explanation[]
  /** All runs in the journal, oldest first. */
  history(): Promise<readonly RunSummary[]>
}

/** Makes an engine of a loaded project, actions and ports. */
export function createEngine(options: EngineOptions): Engine {
  const { project: loaded, clock = systemClock } = options
  const actions = new Map(options.actions.map((action) => [action.name, action]))
  const prepared = prepare(loaded, actions, createMatchSet)
  const acting = createActing({
    loaded,
    actions,
    clock,
    aws: options.aws ?? noAws,
    journal: options.journal ?? noJournal,
    ids: options.ids ?? systemIds,
    killSwitch: options.killSwitch ?? neverStopped,
    approvals: options.approvals ?? nothingApproved,
  })
  const planned = new WeakMap<Plan, ReadonlyMap<string, Finding>>()

  function deciding({ mode, request }: DecideOptions) {
    return { mode: mode ?? options.mode ?? 'plan', now: clock.now(), request: request ?? false }
  }

  function decideAll(findings: Iterable<Finding>, asked: DecideOptions) {
    const { newest, skipped } = newestFindings(findings)
    const facts = deciding(asked)
    const [only] = newest
    if (only !== undefined && newest.length === 1 && skipped.length === 0) {
      return { newest, decisions: decide(only, prepared, facts) }
    }
    const decisions: Decision[] = []
    for (const finding of newest) decisions.push(...decide(finding, prepared, facts))
    decisions.push(...skipped)
    return { newest, decisions }
  }

  /** Skimmed findings are parsed whole before anything is planned: what was stepped over may not even be JSON. */
  function parseWhole(findings: Iterable<Finding>) {
    const whole: Finding[] = []
    const refused: Decision[] = []
    for (const finding of findings) {
      const item = finding.whole?.()
      if (item === undefined) whole.push(finding)
      else if (item.kind === 'finding') whole.push(item.finding)
      else refused.push(skippedDecision(finding, item.refused.code))
    }
    return { whole, refused }
  }

  /** Decides; then decides anew about what came in events and would be acted on, by Security Hub's own copy of it. */
  async function decideSafely(given: Iterable<Finding>, asked: DecideOptions) {
    const { findings: source } = options
    const { whole, refused } = parseWhole(given)
    const decided = decideAll(whole, asked)
    const first = { ...decided, decisions: [...decided.decisions, ...refused] }
    if (source === undefined) return first
    const acting = new Set(first.decisions.flatMap(({ finding, steps }) => (steps.length === 0 ? [] : [finding.id])))
    const { findings: fetched, skipped } = await refetchFindings(first.newest, ({ id }) => acting.has(id), {
      source,
      project: loaded.project,
      trustFiles: options.trustFiles ?? false,
    })
    const again = decideAll(fetched, asked)
    const copies = decided.decisions.filter(({ skipped: why }) => why === 'duplicate' || why === 'superseded')
    return { newest: again.newest, decisions: [...again.decisions, ...skipped, ...copies, ...refused] }
  }

  const engine: Engine = {
    decide: (findings, asked = {}) => decideAll(findings, asked).decisions,
    async plan(findings, { progress, ...asked } = {}) {
      const { newest, decisions } = await decideSafely(findings, asked)
      const plan = await acting.plan(decisions, { progress })
      planned.set(plan, new Map(newest.map((finding) => [finding.id, finding])))
      return plan
    },
    verify: (plan) => acting.verify(plan),
    apply: (plan, { mode, approved = [], progress } = {}) =>
      acting.apply(plan, {
        mode: mode ?? options.mode ?? 'plan',
        approved,
        progress,
        exceptionFor: (change) => exceptionCovering(change, planned.get(plan), prepared, clock.now()),
      }),
    async run(findings, { request, ...asked } = {}) {
      const plan = await engine.plan(findings, { mode: asked.mode, request })
      return engine.apply(plan, asked)
    },
    undo: (runId, asked) => acting.undo(runId, asked),
    explain: (finding, id) => explain(finding, id, prepared, deciding({})),
    history: () => acting.history(),
  }
  return engine
}
