import { describe, expect, it } from 'vitest'
import type { JsonObject } from './contracts/json.js'
import { account, bench, codesOf, decision, region } from './testing/acting-bench.js'
import { markRecords } from './testing/object-actions.js'
import { answer, objectWorld } from './testing/object-world.js'

const key = (name: string) => `${account}/${region}/${name}`

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
    made.world.before = ({ kind }) => {
      if (kind === 'write') throw answer('AccessDenied', 403)
    }
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
    const action = markRecords(world, new Set(['record-7', 'record-101']))
    const made = bench({ world, actions: new Map([[action.name, action]]) })
    const codes = await made.codes(...marks)
    expect(codes.flatMap((code, index) => (code === 'applied:OK' ? [] : [`${index} ${code}`]))).toEqual([
      '7 failed:InvalidInput',
      '101 failed:InvalidInput',
    ])
  })
})
