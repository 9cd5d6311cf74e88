import { describe, expect, it } from 'vitest'
import { RedressError } from './contracts/problem.js'
import { account, type Bench, bench, codesOf, decision, region } from './testing/acting-bench.js'
import { answer } from './testing/object-world.js'

const front = `${account}/${region}/front`
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
