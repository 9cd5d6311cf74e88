import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from './contracts/finding.js'
import type { Mode } from './contracts/plan.js'
import { createEngine, type EngineOptions } from './engine.js'
import { memoryJournal } from './journal/memory-journal.js'
import { loadProject } from './load-project.js'
import { codesOf } from './testing/acting-bench.js'
import { countingIds, fakeClock } from './testing/fake-clock.js'
import { closeDoor, markRecords, sendMessage } from './testing/object-actions.js'
import { objectWorld } from './testing/object-world.js'
import { sampleFinding, sampleResource } from './testing/sample-finding.js'

const group = (name: string) => `arn:aws:ec2:eu-west-1:123456789012:security-group/${name}`

const project = `
apiVersion: redress/v1
kind: Project
mode: apply
scope:
  accounts: ["123456789012"]
  regions: [eu-west-1]
`
const rules = `
apiVersion: redress/v1
kind: Rules
rules:
  - id: close-doors
    match: { control: EC2.2 }
    steps:
      - use: door.close
        with: { name: "\${resource.name}" }
      - use: message.send
        with: { text: "closed \${resource.name}" }
`
const exceptions = `
apiVersion: redress/v1
kind: Exceptions
exceptions:
  - id: kept-open
    match: { control: EC2.2, resource.id: "${group('sg-2')}" }
    reason: accepted-risk
    justification: It has to stay open.
    owner: doors
    expires: "2027-01-01"
`

/** An engine over doors `sg-1` and `sg-2`, both open. */
async function doors(options: Partial<EngineOptions> = {}, files: readonly (readonly [string, string])[] = []) {
  const world = objectWorld({
    '123456789012/eu-west-1/sg-1': { open: true },
    '123456789012/eu-west-1/sg-2': { open: true },
  })
  const actions = [closeDoor(world), sendMessage(world), markRecords(world)]
  const loaded = await loadProject({
    files: new Map([['redress.yaml', project], ['rules/doors.yaml', rules], ...files]),
    actions,
  })
  const clock = fakeClock()
  const engine = createEngine({
    project: loaded,
    actions,
    aws: world.aws,
    journal: memoryJournal(),
    clock,
    ids: countingIds(),
    mode: 'apply',
    ...options,
  })
  return { engine, world, clock, loaded }
}

function finding(name: string, changes: Partial<Finding> = {}): Finding {
  return sampleFinding({
    id: `finding-${name}`,
    resources: [sampleResource({ id: group(name), name })],
    ...changes,
  })
}

const openDoors = (world: ReturnType<typeof objectWorld>) =>
  [...world.things].flatMap(([name, state]) => (state['open'] === true ? [name.split('/').at(-1)] : []))

describe('createEngine', () => {
  it('decides, plans, applies and takes back', async () => {
    const { engine, world } = await doors()
    expect(engine.decide([finding('sg-1')])).toMatchObject([{ rules: ['close-doors'], skipped: null }])
    const report = await engine.run([finding('sg-1')])
    expect(codesOf(report)).toEqual(['applied:OK', 'applied:OK'])
    expect(world.sent).toEqual(['closed sg-1'])
    expect(openDoors(world)).toEqual(['sg-2'])
    expect(codesOf(await engine.undo(report.runId))).toEqual(['skipped:NOT_REVERSIBLE', 'undone:OK'])
    expect(openDoors(world)).toEqual(['sg-1', 'sg-2'])
    expect(engine.explain(finding('sg-1'), 'close-doors')).toMatchObject([{ truth: 'yes' }])
    expect(await engine.history()).toMatchObject([{ runId: 'run-1' }, { runId: 'run-2', mode: 'undo' }])
  })

  it.each<[Mode | undefined, readonly string[]]>([
    [undefined, ['skipped:PLAN_ONLY', 'skipped:PLAN_ONLY']],
    ['observe', ['skipped:OBSERVE', 'skipped:OBSERVE']],
    ['plan', ['skipped:PLAN_ONLY', 'skipped:PLAN_ONLY']],
    ['approve', ['deferred:APPROVAL_REQUIRED', 'deferred:APPROVAL_REQUIRED']],
    ['apply', ['applied:OK', 'applied:OK']],
  ])('in mode %s comes to %j', async (mode, codes) => {
    const { engine } = await doors({ mode })
    expect(codesOf(await engine.run([finding('sg-1')]))).toEqual(codes)
  })

  it('changes nothing without a journal, and reads nothing without access to AWS', async () => {
    const { engine, world } = await doors({ journal: undefined })
    expect(codesOf(await engine.run([finding('sg-1')]))).toEqual(['refused:JOURNAL_UNWRITABLE', 'skipped:EARLIER_STEP'])
    expect(openDoors(world)).toEqual(['sg-1', 'sg-2'])
    const blind = await doors({ aws: undefined })
    const plan = await blind.engine.plan([finding('sg-1')])
    expect(plan.changes.map(({ verdict }) => verdict)).toEqual([
      {
        kind: 'refused',
        code: 'UNREADABLE',
        message: 'the state cannot be read: no access to AWS was given',
      },
    ])
    expect(plan.unplanned).toMatchObject([{ code: 'no-place', message: 'no access to AWS was given' }])
  })

  it('asks exceptions again when it acts', async () => {
    const { engine, world, loaded } = await doors({}, [['exceptions/doors.yaml', exceptions]])
    expect(codesOf(await engine.run([finding('sg-2')]))).not.toContain('applied:OK')
    // A plan that says otherwise, as if it had been made before the exception.
    const without = await doors()
    const { hash: _hash, ...made } = await without.engine.plan([finding('sg-2')])
    const { hashOf } = await import('./plan/plan-hash.js')
    const forged = { ...made, rulesetHash: loaded.hash }
    const report = await engine.apply({ ...forged, hash: await hashOf(forged) })
    expect(codesOf(report)).toEqual(['refused:EXCEPTION', 'skipped:EARLIER_STEP'])
    expect(openDoors(world)).toEqual(['sg-1', 'sg-2'])
  })

  it('refuses a plan of other rules', async () => {
    const { engine } = await doors()
    const other = await doors({}, [['exceptions/doors.yaml', exceptions]])
    await expect(engine.apply(await other.engine.plan([finding('sg-1')]))).rejects.toMatchObject({
      code: 'plan.stale',
      message: 'the plan was made with other rules',
    })
  })

  it('comes to the same state whatever the order and number of deliveries', async () => {
    const findings = [
      finding('sg-1'),
      finding('sg-2'),
      finding('sg-2', { updated: '2026-11-19T00:00:00.000Z', workflow: 'SUPPRESSED' }),
      finding('sg-1', { updated: '2026-11-20T12:00:00.000Z' }),
    ]
    const deliveries = fc.array(fc.constantFrom(...findings), { minLength: 0, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(deliveries, async (extra) => {
        const { engine, world } = await doors()
        await engine.run([...extra, ...findings])
        const calls = world.calls.filter(({ kind }) => kind === 'write').length
        expect(codesOf(await engine.run([...findings, ...extra])).filter((code) => code === 'applied:OK')).toEqual([])
        expect(openDoors(world)).toEqual([])
        expect(world.sent.toSorted()).toEqual(['closed sg-1', 'closed sg-2'])
        expect(world.calls.filter(({ kind }) => kind === 'write')).toHaveLength(calls)
      }),
      { numRuns: 25 },
    )
  })

  it('does not change, with a plan, what a rule only observes', async () => {
    const { engine } = await doors()
    expect((await engine.plan([finding('sg-1')], { mode: 'observe' })).changes).toMatchObject([
      { verdict: { kind: 'skipped', code: 'OBSERVE' }, before: null },
      { verdict: { kind: 'skipped', code: 'OBSERVE' }, before: null },
    ])
  })

  it('rejects an undo of a run that the journal does not know, and of an undo', async () => {
    const { engine } = await doors()
    await expect(engine.undo('run-9')).rejects.toMatchObject({
      code: 'run.not-found',
      message: 'there is no run `run-9` in the journal',
      hint: 'list the runs with `redress history`',
    })
    const { runId } = await engine.run([finding('sg-1')])
    const undo = await engine.undo(runId)
    await expect(engine.undo(undo.runId)).rejects.toMatchObject({
      code: 'usage.option',
      message: 'run `run-2` is itself an undo',
    })
  })
})
