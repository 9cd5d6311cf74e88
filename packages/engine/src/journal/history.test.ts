import { describe, expect, it } from 'vitest'
import type { JournalEntry, JournalRecord } from '../contracts/journal.js'
import { outcome } from '../contracts/outcome.js'
import type { OutcomeKind } from '../contracts/plan.js'
import { sampleChange } from '../testing/sample-change.js'
import { appliedKeys, changesOf, listRuns } from './history.js'

const run = (mode = 'apply'): JournalEntry => ({
  state: 'RUN',
  mode,
  planHash: 'p',
  rulesetHash: 'r',
  engineVersion: '0',
})
const intent = (id: string): JournalEntry => ({ state: 'INTENT', change: sampleChange({ id, key: `key-${id}` }) })
const result = (change: string, kind: OutcomeKind): JournalEntry => ({
  state: 'RESULT',
  change,
  outcome: outcome(kind, 'X', ''),
  after: { of: change },
  receipt: null,
})
const undone = (change: string, undoes: string, kind: OutcomeKind): JournalEntry => ({
  state: 'UNDO_RESULT',
  change,
  undoes,
  outcome: outcome(kind, 'X', ''),
})

const entries: readonly [string, JournalEntry][] = [
  ['one', run()],
  ['one', intent('1')],
  ['two', run()],
  ['two', intent('1')],
  ['one', result('1', 'applied')],
  ['one', intent('2')],
  ['one', result('2', 'failed')],
  ['one', intent('3')],
  ['two', result('1', 'noop')],
  ['back', run('undo')],
  ['back', { state: 'UNDO_INTENT', change: '1', undoes: 'one' }],
  ['back', undone('1', 'one', 'undone')],
  ['back', undone('2', 'one', 'refused')],
]
const records = entries.map(
  ([runId, entry], seq): JournalRecord => ({ v: 1, seq, prevHash: '', hash: '', runId, at: `t${seq}`, entry }),
)

describe('history', () => {
  it('lists runs with what came of them; a crash shows as unknown', () => {
    expect(listRuns(records)).toEqual([
      {
        runId: 'one',
        at: 't0',
        mode: 'apply',
        planHash: 'p',
        counts: { applied: 1, failed: 1, unknown: 1 },
        undone: 1,
      },
      { runId: 'two', at: 't2', mode: 'apply', planHash: 'p', counts: { noop: 1 }, undone: 0 },
      { runId: 'back', at: 't9', mode: 'undo', planHash: 'p', counts: { refused: 1, undone: 1 }, undone: 0 },
    ])
  })

  it('tells the changes of a run apart from those of another with the same ids', () => {
    expect(
      changesOf(records, 'one').map(({ change, result: made, undone: back }) => [
        change.id,
        made?.outcome.kind,
        made?.after,
        back,
      ]),
    ).toEqual([
      ['1', 'applied', { of: '1' }, true],
      ['2', 'failed', { of: '2' }, false],
      ['3', undefined, undefined, false],
    ])
    expect(changesOf(records, 'three')).toEqual([])
  })

  it('knows the keys of what was applied', () => {
    expect(appliedKeys(records)).toEqual(new Set(['key-1']))
  })
})
