import { describe, expect, it } from 'vitest'
import type { GuardFacts } from '../contracts/guard.js'
import { outcome } from '../contracts/outcome.js'
import { fakeClock } from '../testing/fake-clock.js'
import { closeDoor } from '../testing/object-actions.js'
import { objectWorld } from '../testing/object-world.js'
import { sampleChange } from '../testing/sample-change.js'
import { askGuards } from './ask-guards.js'
import type { RunDeps } from './deps.js'

const world = objectWorld()
const waiting = outcome('deferred', 'APPROVAL_REQUIRED', 'wait')

function deps(changes: Partial<RunDeps>): RunDeps {
  return {
    actions: new Map(),
    aws: world.aws,
    journal: { append: () => Promise.reject(new Error('unused')), records: async () => [], release: async () => {} },
    clock: fakeClock(5),
    ids: { next: () => 'run-1' },
    mode: 'apply',
    project: null,
    guard: () => null,
    killSwitch: { isStopped: async () => false },
    approvals: { isApproved: async () => true },
    exceptionFor: () => null,
    ...changes,
  }
}

const ask = (changes: Partial<RunDeps>) => askGuards(sampleChange(), closeDoor(world), deps(changes), 9)

describe('askGuards', () => {
  it('gives the guards the facts of the moment', async () => {
    const seen: GuardFacts[] = []
    const guard = (_change: unknown, facts: GuardFacts) => {
      seen.push(facts)
      return null
    }
    expect(await ask({ guard, exceptionFor: () => 'bastion' })).toBeNull()
    expect(seen).toMatchObject([
      { now: 5, mode: 'apply', planExpiresAt: 9, stopped: false, approved: false, exception: 'bastion' },
    ])
  })

  it('asks for an approval only when nothing else is missing', async () => {
    let asked = 0
    const approvals = {
      async isApproved() {
        asked += 1
        return true
      },
    }
    expect(await ask({ approvals, guard: () => outcome('refused', 'STOPPED', '') })).toMatchObject({ code: 'STOPPED' })
    expect(asked).toBe(0)
    expect(await ask({ approvals, guard: (_change, { approved }) => (approved ? null : waiting) })).toBeNull()
    expect(asked).toBe(1)
  })

  it.each<[string, Partial<RunDeps>, string | undefined]>([
    [
      'a switch that fails',
      {
        killSwitch: { isStopped: () => Promise.reject(new Error('x')) },
        guard: (_c, { stopped }) => (stopped ? outcome('refused', 'STOPPED', '') : null),
      },
      'STOPPED',
    ],
    [
      'a switch that says nothing',
      {
        killSwitch: { isStopped: async () => JSON.parse('null') },
        guard: (_c, { stopped }) => (stopped ? outcome('refused', 'STOPPED', '') : null),
      },
      'STOPPED',
    ],
    [
      'a switch that throws',
      {
        killSwitch: {
          isStopped: () => {
            throw new Error('x')
          },
        },
      },
      'GUARD_FAILED',
    ],
    [
      'an approval that fails',
      {
        approvals: { isApproved: () => Promise.reject(new Error('x')) },
        guard: (_c, { approved }) => (approved ? null : waiting),
      },
      'APPROVAL_REQUIRED',
    ],
    [
      'a guard that throws',
      {
        guard: () => {
          throw new Error('x')
        },
      },
      'GUARD_FAILED',
    ],
  ])('denies for %s', async (_name, changes, code) => {
    expect((await ask(changes))?.code).toBe(code)
  })
})
