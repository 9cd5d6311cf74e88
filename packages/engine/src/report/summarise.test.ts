import { describe, expect, it } from 'vitest'
import { outcome } from '../contracts/outcome.js'
import type { ChangeOutcome, OutcomeKind, Report } from '../contracts/plan.js'
import { sampleChange } from '../testing/sample-change.js'
import { summarise } from './summarise.js'

const came = (kind: OutcomeKind, code: string, change: Parameters<typeof sampleChange>[0] = {}): ChangeOutcome => ({
  change: sampleChange(change),
  outcome: outcome(kind, code, ''),
})
const report = (...outcomes: readonly ChangeOutcome[]): Report => ({ runId: 'run-1', mode: 'apply', outcomes })

describe('summarise', () => {
  it('counts by kind, code, account and control', () => {
    expect(
      summarise(
        report(
          came('applied', 'OK'),
          came('applied', 'OK', { control: 'S3.8' }),
          came('failed', 'THROTTLED', { account: '111122223333', control: null }),
        ),
      ),
    ).toEqual({
      total: 3,
      counts: { applied: 2, failed: 1 },
      codes: { 'applied:OK': 2, 'failed:THROTTLED': 1 },
      accounts: { '111122223333': { failed: 1 }, '123456789012': { applied: 2 } },
      controls: { '': { failed: 1 }, 'EC2.2': { applied: 1 }, 'S3.8': { applied: 1 } },
      result: 'partly',
    })
  })

  it.each<[readonly OutcomeKind[], string]>([
    [[], 'done'],
    [['applied', 'noop', 'skipped', 'deferred'], 'done'],
    [['undone'], 'done'],
    [['failed', 'noop'], 'failed'],
    [['unknown'], 'failed'],
    [['refused'], 'failed'],
    [['refused', 'applied'], 'partly'],
    [['unknown', 'undone'], 'partly'],
  ])('%j is %s', (kinds, result) => {
    expect(summarise(report(...kinds.map((kind) => came(kind, 'X')))).result).toBe(result)
  })
})
