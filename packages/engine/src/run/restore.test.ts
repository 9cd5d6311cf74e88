import { describe, expect, it } from 'vitest'
import type { Action, Applied } from '../contracts/action.js'
import { outcome } from '../contracts/outcome.js'
import { bench, codesOf, decision } from '../testing/acting-bench.js'
import { answer } from '../testing/object-world.js'

/** Undoes by response, with this answer. */
async function undoAnswered(answered: () => Promise<readonly Applied[]>, verify: Action['verify'] = 'response') {
  const made = bench()
  const door = made.actions.get('door.close')
  if (door === undefined) throw new Error('no such action')
  const action: Action = { ...door, verify, undo: answered }
  const other = bench({ world: made.world, actions: new Map([[action.name, action]]) })
  const { runId } = await other.apply(await other.plan(decision('finding-1', 'front', [{}])))
  return codesOf(await other.acting.undo(runId))
}

describe('an undo', () => {
  it.each<[string, string, () => Promise<readonly Applied[]>]>([
    ['that AWS accepts', 'undone:OK', async () => [{ kind: 'done', receipt: null }]],
    ['that AWS leaves out', 'failed:X', async () => [{ kind: 'outcome', outcome: outcome('failed', 'X', '') }]],
    ['that AWS says nothing of', 'unknown:AMBIGUOUS', async () => []],
    ['that AWS denies', 'failed:ACCESS_DENIED', () => Promise.reject(answer('AccessDenied', 403))],
    ['whose answer is lost', 'unknown:AMBIGUOUS', () => Promise.reject(new Error('reset'))],
  ])('trusted by its answer, %s: %s', async (_name, code, answered) => {
    expect(await undoAnswered(answered)).toEqual([code])
  })

  it.each<[string, string, () => Promise<readonly Applied[]>]>([
    ['that says it is done but is not', 'unknown:VERIFY_TIMEOUT', async () => [{ kind: 'done', receipt: null }]],
    ['that AWS leaves out', 'failed:X', async () => [{ kind: 'outcome', outcome: outcome('failed', 'X', '') }]],
    ['whose answer is lost and that did nothing', 'failed:NOT_APPLIED', () => Promise.reject(new Error('reset'))],
  ])('proved by reading, %s: %s', async (_name, code, answered) => {
    expect(await undoAnswered(answered, 'plan')).toEqual([code])
  })
})
