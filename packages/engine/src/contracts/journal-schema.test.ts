import { expect, it } from 'vitest'
import { sampleChange } from '../testing/sample-change.js'
import { isJournalRecord } from './journal-schema.js'

const record = { v: 1, seq: 0, prevHash: '', hash: '', runId: 'run-1', at: '' }
const outcome = { kind: 'applied', code: 'OK', message: '' }
const run = { state: 'RUN', mode: 'apply', planHash: '', rulesetHash: '', engineVersion: '' }

it.each([
  run,
  { state: 'INTENT', change: sampleChange() },
  { state: 'INTENT', change: sampleChange({ alsoIn: ['other'] }) },
  { state: 'RESULT', change: '1', outcome, after: null, receipt: { id: 1 } },
  { state: 'UNDO_INTENT', change: '1', undoes: 'run-1' },
  { state: 'UNDO_RESULT', change: '1', undoes: 'run-1', outcome },
])('$state is a record', (entry) => {
  expect(isJournalRecord({ ...record, entry })).toBe(true)
})

it.each([
  null,
  [],
  record,
  { ...record, entry: { state: 'DONE' } },
  { ...record, v: 2, entry: run },
  { ...record, seq: -1, entry: run },
  { ...record, entry: { ...run, extra: 1 } },
  { ...record, entry: { state: 'RESULT', change: '1', outcome: { ...outcome, kind: 'fine' }, after: 1, receipt: 1 } },
])('%j is no record', (value) => {
  expect(isJournalRecord(value)).toBe(false)
})
