import { describe, expect, it } from 'vitest'
import type { Action } from './contracts/action.js'
import {
  account,
  type Bench,
  bench,
  codesOf,
  decision,
  loadedProject,
  region,
  sampleProject,
} from './testing/acting-bench.js'

const closeFront = decision('finding-1', 'front', [{}])

const writesOf = ({ world }: Bench) => world.calls.filter(({ kind }) => kind === 'write').map(({ name }) => name)

describe('what keeps a change from being made', () => {
  const scope = (accounts: readonly string[], regions: readonly string[]) =>
    loadedProject({ ...sampleProject, scope: { accounts: [...accounts], regions: [...regions] } })
  const cases: readonly [string, string, Parameters<typeof bench>[0]][] = [
    ['no project', 'refused:OUT_OF_SCOPE', { loaded: loadedProject(null) }],
    ['an empty scope', 'refused:OUT_OF_SCOPE', { loaded: scope([], []) }],
    ['a scope of other accounts', 'refused:OUT_OF_SCOPE', { loaded: scope(['111122223333'], [region]) }],
    ['a scope of other Regions', 'refused:OUT_OF_SCOPE', { loaded: scope([account], ['us-east-1']) }],
    ['the kill switch', 'refused:STOPPED', { killSwitch: { isStopped: async () => true } }],
    [
      'a kill switch that cannot be read',
      'refused:STOPPED',
      { killSwitch: { isStopped: () => Promise.reject(new Error('down')) } },
    ],
  ]
  it.each(cases)('%s: %s', async (_name, code, options) => {
    const made = bench(options)
    expect(await made.codes(closeFront)).toEqual([code])
    expect(writesOf(made)).toEqual([])
  })

  it('a run in plan mode', async () => {
    const made = bench()
    const report = await made.apply(await made.plan(closeFront), { mode: 'plan' })
    expect(codesOf(report)).toEqual(['skipped:PLAN_ONLY'])
    expect(await made.codes(decision('finding-1', 'front', [{ mode: 'plan' }]))).toEqual(['skipped:PLAN_ONLY'])
    expect(await made.codes(decision('finding-1', 'front', [{ mode: 'observe' }]))).toEqual(['skipped:OBSERVE'])
    expect(writesOf(made)).toEqual([])
  })

  it('an exception that covers the target now', async () => {
    const made = bench()
    const report = await made.apply(await made.plan(closeFront), { exceptionFor: () => 'accepted' })
    expect(codesOf(report)).toEqual(['refused:EXCEPTION'])
  })

  it('a missing approval, until exactly this change is approved', async () => {
    const made = bench()
    const plan = await made.plan(decision('finding-1', 'front', [{ use: 'door.remove' }]))
    expect(codesOf(await made.apply(plan))).toEqual(['deferred:APPROVAL_REQUIRED'])
    expect(codesOf(await made.apply(plan, { approved: ['another'] }))).toEqual(['deferred:APPROVAL_REQUIRED'])
    expect(codesOf(await made.apply(plan, { approved: plan.changes.map((change) => change.key) }))).toEqual([
      'applied:OK',
    ])
  })

  it('an approval that cannot be asked for', async () => {
    const made = bench({ approvals: { isApproved: () => Promise.reject(new Error('down')) } })
    expect(await made.codes(decision('finding-1', 'front', [{ mode: 'approve' }]))).toEqual([
      'deferred:APPROVAL_REQUIRED',
    ])
  })

  it('a plan that was changed, has expired or is of other rules', async () => {
    const made = bench()
    const plan = await made.plan(closeFront)
    const changes = plan.changes.map((change) => ({ ...change, with: { name: 'back' } }))
    await expect(made.apply({ ...plan, changes })).rejects.toThrow('the plan was changed after it was made')
    made.clock.pass(24 * 60 * 60 * 1000)
    await expect(made.apply(plan)).rejects.toMatchObject({ code: 'plan.stale', message: /expired/ })
    expect(writesOf(made)).toEqual([])
  })

  it('an action that is not there any more', async () => {
    const made = bench()
    const plan = await made.plan(closeFront)
    const actions = new Map<string, Action>()
    expect(codesOf(await bench({ world: made.world, actions }).apply(plan))).toEqual(['refused:UNKNOWN_ACTION'])
  })
})
