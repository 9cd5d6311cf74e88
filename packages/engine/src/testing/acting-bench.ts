/** Everything that acting needs, in memory: a world, its actions, a journal, a clock and a project. */
import { type Acting, type ActingPorts, type ApplyOptions, createActing } from '../acting.js'
import type { Action } from '../contracts/action.js'
import type { DecidedStep, Decision } from '../contracts/decision.js'
import type { Project } from '../contracts/documents/project.js'
import type { JournalRecord, JournalStore } from '../contracts/journal.js'
import type { JsonObject } from '../contracts/json.js'
import type { LoadedProject } from '../contracts/loaded.js'
import type { Plan, Report } from '../contracts/plan.js'
import { memoryJournal } from '../journal/memory-journal.js'
import { countingIds, type FakeClock, fakeClock } from './fake-clock.js'
import { closeDoor, markRecords, removeDoor, sendMessage } from './object-actions.js'
import { type ObjectWorld, objectWorld } from './object-world.js'

export const account = '123456789012'
export const region = 'eu-west-1'

export const sampleProject: Project = {
  apiVersion: 'redress/v1',
  kind: 'Project',
  mode: 'apply',
  scope: { accounts: [account], regions: [region] },
}

export function loadedProject(project: Project | null = sampleProject): LoadedProject {
  const none = { rules: [], exceptions: [], playbooks: new Map(), standards: [], tests: [] }
  return { project, ...none, hash: 'a'.repeat(64) }
}

/** A decision about the finding and target of these names. */
export function decision(finding: string, target: string, steps: readonly Partial<DecidedStep>[]): Decision {
  return {
    finding: {
      id: finding,
      format: 'asff',
      productArn: `arn:aws:securityhub:${region}::product/aws/securityhub`,
      hubId: null,
      account,
      region,
      title: 'Doors should be closed',
      severity: 'HIGH',
      firstObserved: '2026-11-01T00:00:00.000Z',
    },
    target,
    account,
    region,
    partition: 'aws',
    control: 'Door.1',
    rules: ['doors'],
    exception: null,
    steps: steps.map((step) => ({ ...sampleStep, with: closing(target), ...step })),
    held: [],
    skipped: null,
  }
}

const sampleStep: Omit<DecidedStep, 'with'> = {
  rule: 'doors',
  playbook: 'Door.1',
  use: 'door.close',
  mode: 'apply',
  breaks: null,
  overriddenBy: null,
}

const closing = (name: string): JsonObject => ({ name })

export interface Bench {
  readonly world: ObjectWorld
  readonly clock: FakeClock
  readonly acting: Acting
  readonly journal: JournalStore
  readonly actions: ReadonlyMap<string, Action>
  plan(...decisions: readonly Decision[]): Promise<Plan>
  apply(plan: Plan, options?: Partial<ApplyOptions>): Promise<Report>
  /** Plans and applies; the outcomes as `kind:CODE`, in the order of the plan. */
  codes(...decisions: readonly Decision[]): Promise<readonly string[]>
  records(): Promise<readonly JournalRecord[]>
}

/** Doors `front` (open) and `back` (closed) in the sample account, unless a world is given. */
export function bench(options: Partial<ActingPorts> & { readonly world?: ObjectWorld } = {}): Bench {
  const world =
    options.world ??
    objectWorld({
      [`${account}/${region}/front`]: { open: true, colour: 'red' },
      [`${account}/${region}/back`]: { open: false, colour: 'blue' },
    })
  const own = [closeDoor(world), sendMessage(world), markRecords(world), removeDoor(world)]
  const actions = options.actions ?? new Map(own.map((action) => [action.name, action]))
  const clock = fakeClock()
  const journal = options.journal ?? memoryJournal()
  const acting = createActing({
    loaded: loadedProject(),
    aws: world.aws,
    clock,
    ids: countingIds(),
    killSwitch: { isStopped: async () => false },
    approvals: { isApproved: async () => false },
    ...options,
    actions,
    journal,
  })
  const made: Bench = {
    world,
    clock,
    acting,
    journal,
    actions,
    plan: (...decisions) => acting.plan(decisions),
    apply: (plan, asked = {}) =>
      acting.apply(plan, { mode: 'apply', approved: [], exceptionFor: () => null, ...asked }),
    codes: async (...decisions) => codesOf(await made.apply(await acting.plan(decisions))),
    async records() {
      const all: JournalRecord[] = []
      for await (const record of journal.read()) all.push(record)
      return all
    },
  }
  return made
}

/** Outcomes of a report as `kind:CODE`. */
export function codesOf({ outcomes }: Report): readonly string[] {
  return outcomes.map(({ outcome: { kind, code } }) => `${kind}:${code}`)
}
