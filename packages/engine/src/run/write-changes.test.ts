import { describe, expect, it } from 'vitest'
import type { Action } from '../contracts/action.js'
import { account, bench, codesOf, decision, region } from '../testing/acting-bench.js'

const one = decision('finding-1', 'front', [{}])

/** A bench whose door action is changed in a part. */
function odd(change: (door: Action) => Partial<Action>) {
  const made = bench()
  const door = made.actions.get('door.close')
  if (door === undefined) throw new Error('no such action')
  return bench({ world: made.world, actions: new Map([[door.name, { ...door, ...change(door) }]]) })
}

describe('a write', () => {
  it('comes after the intent and the re-read, and before the result', async () => {
    const made = bench()
    const plan = await made.plan(one)
    const order: string[] = []
    made.world.before = ({ kind }) => order.push(kind)
    const append = made.journal.append.bind(made.journal)
    const other = bench({
      world: made.world,
      journal: {
        read: () => made.journal.read(),
        append(record) {
          order.push(record.entry.state)
          return append(record)
        },
      },
    })
    await other.apply(plan)
    expect(order).toEqual(['RUN', 'INTENT', 'read', 'write', 'read', 'RESULT'])
  })

  it('is made once, even if its answer is lost', async () => {
    const made = bench()
    made.world.after = () => {
      throw new Error('ECONNRESET')
    }
    await made.codes(one)
    expect(made.world.calls.filter(({ kind }) => kind === 'write')).toHaveLength(1)
  })

  it('records the state that was seen after it, and what the action returned', async () => {
    const made = odd((door) => ({
      async apply(items, aws) {
        await door.apply(items, aws)
        return [{ kind: 'done', receipt: { id: 'x' } }]
      },
    }))
    await made.codes(one)
    expect((await made.records()).at(-1)?.entry).toEqual({
      state: 'RESULT',
      change: expect.stringMatching(/^1-/),
      outcome: { kind: 'applied', code: 'OK', message: 'close door front' },
      after: { open: false, colour: 'red' },
      receipt: { id: 'x' },
    })
  })

  it('is judged by the state also when the action says nothing of it', async () => {
    const mute = odd((door) => ({
      async apply(items, aws) {
        await door.apply(items, aws)
        return []
      },
    }))
    expect(await mute.codes(one)).toEqual(['applied:OK'])
    expect(await odd(() => ({ apply: async () => [] })).codes(one)).toEqual(['unknown:VERIFY_TIMEOUT'])
  })

  it('is unknown when the action trusts the answer and has none', async () => {
    expect(await odd(() => ({ verify: 'response', apply: async () => [] })).codes(one)).toEqual(['unknown:AMBIGUOUS'])
  })

  it('is not made when planning says nothing of the item any more', async () => {
    const made = odd(() => ({}))
    const plan = await made.plan(one)
    const mute = odd(() => ({ plan: async () => [] }))
    expect(codesOf(await mute.apply(plan))).toEqual(['refused:UNREADABLE'])
  })

  it('takes the outcome that an action refuses with when it looks again', async () => {
    const made = odd(() => ({}))
    const plan = await made.plan(one)
    const refusing = odd(() => ({ plan: async () => [{ kind: 'refused', code: 'LOCKED', message: 'locked' }] }))
    expect(codesOf(await refusing.apply(plan))).toEqual(['refused:LOCKED'])
    expect(refusing.world.things.get(`${account}/${region}/front`)).toMatchObject({ open: true })
  })
})
