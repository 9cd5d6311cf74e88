import type { ClauseTrace, Explanation } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { explainText } from './explain-text.js'
import { plain } from './style.js'

const clause = (part: Partial<ClauseTrace>): ClauseTrace => ({
  field: 'severity',
  wanted: { 'at-least': 'HIGH' },
  found: 'LOW',
  from: 'Severity.Label',
  truth: 'no',
  detail: null,
  children: [],
  ...part,
})
const failing = clause({})
const nested = clause({
  field: 'any',
  wanted: null,
  found: null,
  from: null,
  truth: 'yes',
  children: [
    clause({ field: 'region', wanted: 'eu-west-1', found: null, from: null, detail: 'absent', truth: 'unknown' }),
  ],
})
const explanation: Explanation = {
  rule: 'close',
  target: 'sg-1',
  truth: 'no',
  clauses: [failing, nested],
  firstFailing: failing,
  missedBy: 1,
  exception: null,
}
const show = (part: Partial<Explanation>) =>
  explainText([{ finding: 'f1', explanation: { ...explanation, ...part } }], { width: 120, style: plain })

describe('explainText', () => {
  it('tells each clause, inner ones too, and the first that fails', () => {
    expect(show({})).toBe(`close
  sg-1
  CLAUSE    WANTED              FOUND                  VERDICT
  severity  { at-least: HIGH }  LOW at Severity.Label  fails, first to fail
  any                                                  holds
  . region  eu-west-1           absent                 unclear

does not match: a near miss: one clause does not hold, first \`severity\`
`)
  })

  it.each([
    ['a match', { truth: 'yes' as const, missedBy: 0, firstFailing: null }, '\nmatches\n'],
    [
      'a match under an exception',
      { truth: 'yes' as const, exception: 'x1' },
      '\nmatches\nthe exception x1 is in force for this target\n',
    ],
    [
      'a doubt',
      { truth: 'unknown' as const, missedBy: 2 },
      '\ncannot be judged, so it does not act: 2 clauses do not hold, first `severity`\n',
    ],
    ['a finding without a resource', { target: null }, 'close\n  f1\n'],
  ])('tells of %s', (_name, part, text) => {
    expect(show(part)).toContain(text)
  })
})
