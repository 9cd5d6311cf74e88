/**
 * From decisions to a plan: what would change, read from AWS, as a document with a hash.
 *
 * Equal inputs give equal bytes: nothing in a plan depends on the order in which reads come back.
 */
import { changeKey } from '../contracts/change-key.js'
import type { Decision } from '../contracts/decision.js'
import { engineVersion } from '../contracts/engine-version.js'
import type { LoadedProject } from '../contracts/loaded.js'
import { outcome } from '../contracts/outcome.js'
import type { Change, Outcome, Plan } from '../contracts/plan.js'
import type { Clock } from '../contracts/ports.js'
import { chainReadings } from './chain-readings.js'
import { type CollectDeps, collectWishes, type Wish } from './collect-wishes.js'
import { hashOf } from './plan-hash.js'
import { type Reading, readWishes } from './read-wishes.js'

export interface PlanDeps extends Pick<CollectDeps, 'actions' | 'aws'> {
  readonly clock: Clock
  readonly loaded: Pick<LoadedProject, 'project' | 'hash'>
  /** Reasons against a change that are known before anything is read, such as the project's scope. */
  readonly refuse?: (change: Change) => Outcome | null
  readonly progress?: ((done: number, total: number) => void) | undefined
  /** How long the plan holds; a day when not given. */
  readonly lifetime?: number
}

const day = 24 * 60 * 60 * 1000

/** Only reads. Rejects only when a port breaks its promise; whatever AWS answers is in the plan. */
export async function planDecisions(decisions: readonly Decision[], deps: PlanDeps): Promise<Plan> {
  const now = deps.clock.now()
  const { wishes, unplanned } = await collectWishes(decisions, { ...deps, project: deps.loaded.project })
  const known = new Map(wishes.flatMap((wish) => verdictBefore(wish, deps)))
  const read = await readWishes(
    wishes.filter((wish) => !known.has(wish)),
    { aws: deps.aws, now, progress: deps.progress },
  )
  const readings = chainReadings(wishes, read, now)
  const changes = await Promise.all(
    wishes.map((wish, index) => changeOf(wish, known.get(wish) ?? readings.get(wish) ?? unread, index)),
  )
  const plan = {
    apiVersion: 'redress/v1',
    kind: 'Plan',
    engineVersion,
    rulesetHash: deps.loaded.hash,
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + (deps.lifetime ?? day)).toISOString(),
    changes,
    unplanned,
  } as const
  return { ...plan, hash: await hashOf(plan) }
}

const unread: Reading = { before: null, after: null, verdict: outcome('refused', 'UNREADABLE', 'nothing was read') }

function verdictBefore(wish: Wish, { refuse }: PlanDeps): readonly (readonly [Wish, Reading])[] {
  const verdict =
    refuse?.(draft(wish, unread)) ??
    (wish.mode === 'observe' ? outcome('skipped', 'OBSERVE', 'the rule only observes') : null)
  return verdict === null ? [] : [[wish, { before: null, after: null, verdict }]]
}

async function changeOf(wish: Wish, reading: Reading, index: number): Promise<Change> {
  const change = draft(wish, reading)
  const key = await changeKey(change, wish.action.once)
  return { ...change, id: `${index + 1}-${key.slice(0, 6)}`, key }
}

function draft(wish: Wish, { before, after, verdict }: Reading): Change {
  const { action, step, decision, place } = wish
  const [sequence = '', ...alsoIn] = wish.sequences
  return {
    id: '',
    key: '',
    finding: decision.finding,
    findings: wish.findings,
    control: decision.control,
    rules: wish.rules,
    playbook: wish.playbook,
    sequence,
    ...(alsoIn.length === 0 ? {} : { alsoIn }),
    account: place.account,
    region: place.region,
    partition: place.partition,
    target: wish.target,
    use: action.name,
    with: step.with,
    summary: action.describe(step.with),
    before,
    after,
    risk: action.risk,
    reversible: action.reversible,
    breaks: wish.breaks,
    mode: wish.mode,
    verdict,
    permissions: action.permissions.write,
  }
}
