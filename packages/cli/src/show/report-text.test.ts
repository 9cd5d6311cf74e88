import type { Outcome, Report } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { openBucket, openGroup } from '../testing/sample-plan.js'
import { exitOfReport, reportText } from './report-text.js'
import { plain } from './style.js'

const applied: Outcome = { kind: 'applied', code: 'OK', message: 'a fresh read saw it' }
const failed: Outcome = { kind: 'failed', code: 'ACCESS_DENIED', message: 'AWS denied `ec2:X`' }

function report(...outcomes: readonly Outcome[]): Report {
  return { runId: 'run-1', mode: 'apply', outcomes: outcomes.map((outcome) => ({ change: openGroup, outcome })) }
}

describe('reportText', () => {
  it('tells what came of each change, by account', () => {
    const text = reportText(
      {
        ...report(applied),
        outcomes: [
          { change: openGroup, outcome: applied },
          { change: openBucket, outcome: failed },
        ],
      },
      { width: 110, style: plain, undo: 'redress undo run-1' },
    )
    expect(text).toBe(`account 123456789012
  applied   revoke all rules of security group sg-0123456789abcdef0

account 111122223333
  failed:ACCESS_DENIED  block public access to bucket logs  AWS denied \`ec2:X\`

Run run-1: 1 applied, 1 failed
take it back: redress undo run-1
`)
  })

  it('says what each of several equal changes is about, under the account that it tells of', () => {
    const sent = { ...openGroup, use: 'notify.sns', summary: 'publish a message on topic secops' }
    const other = { ...sent, finding: openBucket.finding, control: 'S3.8', target: openBucket.target }
    const outcomes = [sent, other].map((change) => ({ change, outcome: applied }))
    expect(reportText({ ...report(), outcomes }, { width: 110, style: plain, undo: null })).toBe(`account 123456789012
  applied   publish a message on topic secops (EC2.2 sg-0123456789abcdef0)

account 111122223333
  applied   publish a message on topic secops (S3.8 logs)

Run run-1: 2 applied
`)
  })

  it('tells how to take back only what was applied, and not when taking back', () => {
    expect(reportText(report(failed), { width: 110, style: plain, undo: 'redress undo run-1' })).not.toContain(
      'take it back',
    )
    expect(reportText(report(applied), { width: 110, style: plain, undo: null })).not.toContain('take it back')
    expect(reportText(report(), { width: 110, style: plain, undo: null })).toBe('Run run-1: nothing to do\n')
  })
})

describe('exitOfReport', () => {
  it.each([
    ['nothing', [], 0],
    ['success', [applied], 0],
    ['failure', [failed], 1],
    ['both', [applied, failed], 3],
    ['a refusal', [{ ...failed, kind: 'refused' as const }], 1],
    ['doubt', [{ ...failed, kind: 'unknown' as const }], 1],
    ['waiting', [{ ...failed, kind: 'deferred' as const }], 0],
    ['what was only shown', [{ ...failed, kind: 'skipped' as const }], 0],
  ])('exits after %s', (_name, outcomes, code) => {
    expect(exitOfReport(report(...outcomes))).toBe(code)
  })
})
