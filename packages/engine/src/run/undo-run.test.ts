import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from '../contracts/action.js'
import type { JournalStore } from '../contracts/journal.js'
import type { JsonObject } from '../contracts/json.js'
import { memoryJournal } from '../journal/memory-journal.js'
import { account, type Bench, bench, codesOf, decision, loadedProject, region } from '../testing/acting-bench.js'
import { answer, objectWorld } from '../testing/object-world.js'

const front = `${account}/${region}/front`

/** A bench on which a run has closed the front door, and that run's id. */
async function closed(options: Parameters<typeof bench>[0] = {}): Promise<{ made: Bench; runId: string }> {
  const made = bench(options)
  const { runId } = await made.apply(await made.plan(decision('finding-1', 'front', [{}])))
  return { made, runId }
}

describe('undo', () => {
  it('refuses a thing that was changed since', async () => {
    const { made, runId } = await closed()
    made.world.things.set(front, { open: false, colour: 'green' })
    const { outcomes } = await made.acting.undo(runId)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      { kind: 'refused', code: 'DRIFT', message: 'the resource was changed since the run; undo would lose that' },
    ])
    expect(made.world.things.get(front)).toEqual({ open: false, colour: 'green' })
  })

  it('goes by the state that the run saw, not by the one that was planned', async () => {
    const made = bench()
    made.world.after = () => made.world.things.set(front, { open: false, colour: 'blue' })
    const { runId } = await made.apply(await made.plan(decision('finding-1', 'front', [{}])))
    made.world.things.set(front, { open: false, colour: 'red' })
    expect(codesOf(await made.acting.undo(runId))).toEqual(['refused:DRIFT'])
  })

  it('has nothing to do for a thing that is as it was before', async () => {
    const { made, runId } = await closed()
    made.world.things.set(front, { open: true, colour: 'red' })
    expect(codesOf(await made.acting.undo(runId))).toEqual(['noop:ALREADY_UNDONE'])
  })

  it('takes a run back once', async () => {
    const { made, runId } = await closed()
    expect(codesOf(await made.acting.undo(runId))).toEqual(['undone:OK'])
    expect(codesOf(await made.acting.undo(runId))).toEqual(['noop:ALREADY_UNDONE'])
  })

  it('goes through the changes from the last to the first', async () => {
    const made = bench({
      world: objectWorld({ [front]: { open: true }, [`${account}/${region}/back`]: { open: true } }),
    })
    const { runId } = await made.apply(
      await made.plan(decision('finding-1', 'front', [{}]), decision('finding-2', 'back', [{}])),
    )
    const { outcomes } = await made.acting.undo(runId)
    expect(outcomes.map(({ change }) => change.target)).toEqual(['back', 'front'])
  })

  it('says nothing of what the run did not change', async () => {
    const made = bench()
    made.world.before = ({ kind }) => {
      if (kind === 'write') throw answer('AccessDenied', 403)
    }
    const { runId } = await made.apply(await made.plan(decision('finding-1', 'front', [{}])))
    expect(codesOf(await made.acting.undo(runId))).toEqual([])
  })

  it('does not touch what the run may have changed without knowing', async () => {
    const made = bench()
    made.world.after = () => {
      made.world.things.set(front, { open: 'half' })
      throw new Error('socket hang up')
    }
    const { runId } = await made.apply(await made.plan(decision('finding-1', 'front', [{}])))
    expect(codesOf(await made.acting.undo(runId))).toEqual(['refused:UNCERTAIN'])
  })

  it.each<[string, string, Parameters<typeof bench>[0]]>([
    ['the kill switch', 'refused:STOPPED', { killSwitch: { isStopped: async () => true } }],
    ['a scope that does not hold the account any more', 'refused:OUT_OF_SCOPE', { loaded: loadedProject(null) }],
    ['an action that is not there any more', 'refused:UNKNOWN_ACTION', { actions: new Map<string, Action>() }],
  ])('is kept back by %s: %s', async (_name, code, options) => {
    const { made, runId } = await closed()
    const later = bench({ ...options, world: made.world, journal: made.journal })
    expect(codesOf(await later.acting.undo(runId))).toEqual([code])
    expect(made.world.things.get(front)).toMatchObject({ open: false })
  })

  it('refuses what has no undo', async () => {
    const made = bench()
    const plan = await made.plan(decision('finding-1', 'front', [{ use: 'door.remove' }]))
    const { runId } = await made.apply(plan, { approved: plan.changes.map(({ key }) => key) })
    expect(codesOf(await made.acting.undo(runId))).toEqual(['refused:NOT_REVERSIBLE'])
  })

  it.each<[string, string, Error, 'before' | 'after']>([
    ['a denial', 'failed:ACCESS_DENIED', answer('AccessDenied', 403), 'before'],
    ['a lost connection', 'failed:NOT_APPLIED', new Error('reset'), 'before'],
    ['an answer that was lost', 'undone:OK', new Error('reset'), 'after'],
  ])('that meets %s comes to %s', async (_name, code, error, when) => {
    const { made, runId } = await closed()
    made.world[when] = ({ kind }) => {
      if (kind === 'write') throw error
    }
    expect(codesOf(await made.acting.undo(runId))).toEqual([code])
  })

  it('cannot be read: nothing is written', async () => {
    const { made, runId } = await closed()
    const calls = made.world.calls.length
    made.world.before = () => {
      throw answer('InternalError', 500)
    }
    expect(codesOf(await made.acting.undo(runId))).toEqual(['refused:UNREADABLE'])
    expect(made.world.calls.slice(calls).filter(({ kind }) => kind === 'write')).toEqual([])
  })

  it('waits for an update of a finding that does not show yet, and trusts the answer', async () => {
    const record = `${account}/${region}/finding-1`
    const made = bench({ world: objectWorld({ [record]: { mark: 'no' } }) })
    const mark = decision('finding-1', 'front', [{ use: 'record.mark', with: { mark: 'yes' } }])
    const { runId } = await made.apply(await made.plan(mark))
    made.world.things.set(record, { mark: 'no' })
    let reads = 0
    made.world.before = ({ kind }) => {
      if (kind === 'read' && ++reads === 3) made.world.things.set(record, { mark: 'yes' })
    }
    expect(codesOf(await made.acting.undo(runId))).toEqual(['undone:OK'])
    expect(made.world.things.get(record)).toEqual({ mark: 'no' })
  })

  it('says of an undo that brings only a part back that it did', async () => {
    const made = bench()
    const whole = made.actions.get('door.close')
    if (whole === undefined) throw new Error('no such action')
    const partial: Action = {
      ...whole,
      reversible: 'partial',
      async undo(items, aws) {
        made.world.write(aws, 'front', { open: true, colour: 'faded' })
        return items.map(() => ({ kind: 'done', receipt: null }))
      },
    }
    const other = bench({ world: made.world, actions: new Map([[partial.name, partial]]) })
    const { runId } = await other.apply(await other.plan(decision('finding-1', 'front', [{}])))
    expect(codesOf(await other.acting.undo(runId))).toEqual(['undone:PARTIAL'])
  })

  it('does not start where it cannot be recorded', async () => {
    const { made, runId } = await closed()
    const store: JournalStore = { read: () => made.journal.read(), append: () => Promise.reject(new Error('full')) }
    const later = bench({ world: made.world, journal: store })
    await expect(later.acting.undo(runId)).rejects.toMatchObject({ code: 'journal.unwritable' })
    expect(made.world.things.get(front)).toMatchObject({ open: false })
  })

  it('after apply is as if nothing had happened', async () => {
    const state = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.jsonValue())
    const door = fc.record({ open: fc.boolean(), rest: state })
    await fc.assert(
      fc.asyncProperty(fc.array(door, { minLength: 1, maxLength: 5 }), fc.nat(5), async (doors, stale) => {
        const things = doors.map(({ open, rest }, index): [string, JsonObject] => {
          const { busy: _busy, ...kept } = { ...rest, busy: false }
          return [`${account}/${region}/door-${index}`, JSON.parse(JSON.stringify({ ...kept, open }))]
        })
        const made = bench({ world: objectWorld(Object.fromEntries(things)) })
        made.world.stale = stale
        const decisions = doors.map((_, index) => decision(`finding-${index}`, `door-${index}`, [{}]))
        const report = await made.apply(await made.plan(...decisions))
        expect([...made.world.things.values()].every(({ open }) => open === false)).toBe(true)
        await made.acting.undo(report.runId)
        expect([...made.world.things]).toEqual(things)
      }),
      { numRuns: 100 },
    )
  })

  it('leaves alone what ended before it was recorded', async () => {
    const inner = memoryJournal()
    const dying: JournalStore = {
      read: () => inner.read(),
      append: (record) =>
        record.entry.state === 'RESULT' ? Promise.reject(new Error('killed')) : inner.append(record),
    }
    const made = bench({ journal: dying })
    const report = await made.apply(await made.plan(decision('finding-1', 'front', [{}])))
    expect(codesOf(report)).toEqual(['unknown:JOURNAL_UNWRITABLE'])
    const later = bench({ world: made.world, journal: inner })
    expect(codesOf(await later.acting.undo(report.runId))).toEqual(['refused:UNCERTAIN'])
    expect(await later.acting.history()).toMatchObject([{ counts: { unknown: 1 } }, { mode: 'undo' }])
  })
})
