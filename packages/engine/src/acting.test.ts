import { describe, expect, it } from 'vitest'
import type { Action } from './contracts/action.js'
import type { JsonObject } from './contracts/json.js'
import { RedressError } from './contracts/problem.js'
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
import { answer, objectWorld } from './testing/object-world.js'

const front = `${account}/${region}/front`
const key = (name: string) => `${account}/${region}/${name}`
const closeFront = decision('finding-1', 'front', [{}])

const writesOf = ({ world }: Bench) => world.calls.filter(({ kind }) => kind === 'write').map(({ name }) => name)

describe('acting', () => {
  it('plans, applies, verifies, records and takes back', async () => {
    const made = bench()
    const plan = await made.plan(closeFront)
    expect(plan.changes).toMatchObject([
      { before: { open: true, colour: 'red' }, after: { open: false, colour: 'red' }, verdict: { kind: 'change' } },
    ])
    expect(writesOf(made)).toEqual([])

    const report = await made.apply(plan)
    expect(codesOf(report)).toEqual(['applied:OK'])
    expect(made.world.things.get(front)).toEqual({ open: false, colour: 'red' })
    expect((await made.records()).map(({ entry }) => entry.state)).toEqual(['RUN', 'INTENT', 'RESULT'])

    expect(codesOf(await made.acting.undo(report.runId))).toEqual(['undone:OK'])
    expect(made.world.things.get(front)).toEqual({ open: true, colour: 'red' })
    expect(await made.acting.history()).toMatchObject([
      { runId: 'run-1', mode: 'apply', counts: { applied: 1 }, undone: 1 },
      { runId: 'run-2', mode: 'undo', counts: { undone: 1 }, undone: 0 },
    ])
  })

  it('writes with the receipt of the intent', async () => {
    const made = bench()
    await made.codes(closeFront)
    expect(made.world.receipts).toEqual([{ runId: 'run-1', seq: 1 }])
  })

  it('plans nothing more after it has acted', async () => {
    const made = bench()
    await made.codes(closeFront)
    expect(await made.codes(closeFront)).toEqual(['noop:ALREADY_COMPLIANT'])
    expect(writesOf(made)).toEqual(['front'])
  })
})

describe('what a change comes to', () => {
  const cases: readonly [string, string, (made: Bench) => unknown, boolean][] = [
    [
      'a thing that is as it should be by now',
      'noop:ALREADY_COMPLIANT',
      ({ world }) => world.things.set(front, { open: false }),
      false,
    ],
    ['a thing that is gone by now', 'noop:RESOURCE_GONE', ({ world }) => world.things.delete(front), false],
    [
      'a thing that changed since the plan',
      'skipped:STATE_CHANGED',
      ({ world }) => world.things.set(front, { open: true, colour: 'green' }),
      false,
    ],
    [
      'a thing in the middle of another change',
      'deferred:BUSY',
      ({ world }) => world.things.set(front, { open: true, busy: true }),
      false,
    ],
    [
      'a read that is denied',
      'refused:ACCESS_DENIED',
      ({ world }) => failing(world, 'read', answer('AccessDenied', 403)),
      false,
    ],
    [
      'a read that fails',
      'refused:UNREADABLE',
      ({ world }) => failing(world, 'read', answer('InternalError', 500)),
      false,
    ],
    [
      'a write that is denied',
      'failed:ACCESS_DENIED',
      ({ world }) => failing(world, 'write', answer('UnauthorizedOperation', 403)),
      true,
    ],
    [
      'a write that is throttled',
      'failed:THROTTLED',
      ({ world }) => failing(world, 'write', answer('SlowDown', 503)),
      true,
    ],
    [
      'a write that AWS refuses',
      'failed:InvalidParameterValue',
      ({ world }) => failing(world, 'write', answer('InvalidParameterValue', 400)),
      true,
    ],
    [
      'a server error that did nothing',
      'failed:NOT_APPLIED',
      ({ world }) => failing(world, 'write', answer('InternalError', 500)),
      true,
    ],
    [
      'a connection lost before the write',
      'failed:NOT_APPLIED',
      ({ world }) => failing(world, 'write', new Error('socket hang up')),
      true,
    ],
    ['a connection lost after the write', 'applied:OK', ({ world }) => losing(world, new Error('ECONNRESET')), true],
    ['a server error after the write', 'applied:OK', ({ world }) => losing(world, answer('InternalError', 500)), true],
    [
      'an error that says nothing was done, though it was',
      'applied:OK',
      ({ world }) => losing(world, answer('Conflict', 409)),
      true,
    ],
  ]
  it.each(cases)('%s: %s', async (_name, code, disturb, wrote) => {
    const made = bench()
    const plan = await made.plan(closeFront)
    disturb(made)
    expect(codesOf(await made.apply(plan))).toEqual([code])
    expect(writesOf(made)).toEqual(wrote ? ['front'] : [])
    expect((await made.records()).map(({ entry }) => entry.state)).toEqual(['RUN', 'INTENT', 'RESULT'])
  })

  it('a write that leaves something else behind is unknown', async () => {
    const made = bench()
    made.world.after = () => {
      made.world.things.set(front, { open: true, colour: 'mixed' })
      throw new Error('socket hang up')
    }
    expect(await made.codes(closeFront)).toEqual(['unknown:AMBIGUOUS'])
  })

  it('a thing that is gone after the write is unknown', async () => {
    const made = bench()
    made.world.after = () => made.world.things.delete(front)
    expect(await made.codes(closeFront)).toEqual(['unknown:RESOURCE_GONE'])
  })

  it('a write that AWS accepts for later is pending, and steps after it go on', async () => {
    const made = bench()
    made.world.after = ({ name }) => {
      if (name === 'front') made.world.things.set(front, { open: true, busy: true })
    }
    const steps = [{}, { use: 'message.send', with: { text: 'closed' } }]
    expect(await made.codes(decision('finding-1', 'front', steps))).toEqual(['deferred:PENDING', 'applied:OK'])
  })

  it('credentials of another account refuse before anything is written', async () => {
    const made = bench()
    const plan = await made.plan(closeFront)
    made.world.session = (access) => {
      if (access === 'write') throw new RedressError('aws.identity', 'the credentials are of another account')
    }
    const { outcomes } = await made.apply(plan)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      { kind: 'refused', code: 'IDENTITY', message: 'the credentials are of another account' },
    ])
    expect(writesOf(made)).toEqual([])
  })

  it('a denial names the permission', async () => {
    const made = bench()
    failing(made.world, 'write', answer('AccessDenied', 403, 'User: x is not authorized to perform: door:Put on y'))
    const { outcomes } = await made.apply(await made.plan(closeFront))
    expect(outcomes[0]?.outcome.message).toBe('AWS denied `door:Put`')
  })
})

describe('verification', () => {
  it.each([0, 1, 2, 3, 4, 5])('waits for a write that %i reads do not show yet', async (stale) => {
    const made = bench()
    made.world.stale = stale
    expect(await made.codes(closeFront)).toEqual(['applied:OK'])
    expect(made.clock.slept).toEqual([500, 1000, 2000, 4000, 8000].slice(0, stale))
  })

  it('does not call a write applied that six reads do not show', async () => {
    const made = bench()
    made.world.stale = 6
    expect(await made.codes(closeFront)).toEqual(['unknown:VERIFY_TIMEOUT'])
  })

  it('takes back a write that showed only later', async () => {
    const made = bench()
    made.world.stale = 6
    const report = await made.apply(await made.plan(closeFront))
    made.world.stale = 0
    expect(codesOf(await made.acting.undo(report.runId))).toEqual(['undone:OK'])
    expect(made.world.things.get(front)).toEqual({ open: true, colour: 'red' })
  })

  it.each([
    [5, 'undone:OK'],
    [6, 'unknown:VERIFY_TIMEOUT'],
  ])('of an undo that %i reads do not show: %s', async (stale, code) => {
    const made = bench()
    const report = await made.apply(await made.plan(closeFront))
    made.world.stale = stale
    expect(codesOf(await made.acting.undo(report.runId))).toEqual([code])
  })
})

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

describe('messages', () => {
  const steps = [{}, { use: 'message.send', with: { text: 'closed' } }]

  it('are sent once, however often the finding comes', async () => {
    const made = bench()
    const twice = decision('finding-1', 'front', [{ use: 'message.send', with: { text: 'hello' } }])
    expect(await made.codes(twice)).toEqual(['applied:OK'])
    expect(await made.codes(twice)).toEqual(['noop:DUPLICATE'])
    expect(made.world.sent).toEqual(['hello'])
  })

  it('are not sent when the steps before them changed nothing', async () => {
    const made = bench()
    expect(await made.codes(decision('finding-1', 'back', steps))).toEqual([
      'noop:ALREADY_COMPLIANT',
      'skipped:NOTHING_CHANGED',
    ])
  })

  it('are not sent when a step before them failed', async () => {
    const made = bench()
    failing(made.world, 'write', answer('AccessDenied', 403))
    expect(await made.codes(decision('finding-1', 'front', steps))).toEqual([
      'failed:ACCESS_DENIED',
      'skipped:EARLIER_STEP',
    ])
  })

  it('are not proved by reading: a lost answer is unknown', async () => {
    const made = bench()
    made.world.after = () => {
      throw new Error('socket hang up')
    }
    expect(await made.codes(decision('finding-1', 'front', [steps[1] ?? {}]))).toEqual(['unknown:AMBIGUOUS'])
  })

  it('stay sent when the run is taken back', async () => {
    const made = bench()
    const report = await made.apply(await made.plan(decision('finding-1', 'front', steps)))
    expect(codesOf(await made.acting.undo(report.runId))).toEqual(['skipped:NOT_REVERSIBLE', 'undone:OK'])
  })
})

describe('batches', () => {
  const ids = Array.from({ length: 250 }, (_, index) => `record-${index}`)
  const records: readonly [string, JsonObject][] = ids.map((id) => [key(id), { mark: 'no' }])
  const marks = ids.map((id) => decision(id, 'front', [{ use: 'record.mark', with: { mark: 'yes' } }]))

  it('go out a hundred at a time, each change with an intent of its own', async () => {
    const made = bench({ world: objectWorld(Object.fromEntries(records)) })
    expect(new Set(await made.codes(...marks))).toEqual(new Set(['applied:OK']))
    expect(made.world.sent).toEqual(['marked 100', 'marked 100', 'marked 50'])
    const states = (await made.records()).map(({ entry }) => entry.state)
    expect(states.filter((state) => state === 'INTENT')).toHaveLength(250)
    expect(states.filter((state) => state === 'RESULT')).toHaveLength(250)
  })

  it('report what AWS left out one by one', async () => {
    const world = objectWorld(Object.fromEntries(records))
    const { markRecords } = await import('./testing/object-actions.js')
    const action = markRecords(world, new Set(['record-7', 'record-101']))
    const made = bench({ world, actions: new Map([[action.name, action]]) })
    const codes = await made.codes(...marks)
    expect(codes.flatMap((code, index) => (code === 'applied:OK' ? [] : [`${index} ${code}`]))).toEqual([
      '7 failed:InvalidInput',
      '101 failed:InvalidInput',
    ])
  })
})

function failing(world: Bench['world'], kind: 'read' | 'write', error: Error): void {
  world.before = (call) => {
    if (call.kind === kind) throw error
  }
}

function losing(world: Bench['world'], error: Error): void {
  world.after = () => {
    throw error
  }
}
