import { describe, expect, it } from 'vitest'
import { severities } from '../contracts/finding.js'
import { judgeField, problemsOf } from '../testing/judge-value.js'

describe.each(severities.map((severity, rank) => ({ severity, rank })))(
  'the severity $severity',
  ({ severity, rank }) => {
    it.each(severities.map((bound, boundRank) => ({ bound, boundRank })))('against $bound', ({ bound, boundRank }) => {
      expect(judgeField('severity', { 'at-least': bound }, { severity })).toBe(rank >= boundRank ? 'yes' : 'no')
      expect(judgeField('severity', { 'at-most': bound }, { severity })).toBe(rank <= boundRank ? 'yes' : 'no')
    })
  },
)

describe('`at-least` and `at-most`', () => {
  it('do not hold for a severity that is absent', () => {
    expect(judgeField('severity', { 'at-least': 'INFORMATIONAL' }, { severity: null })).toBe('no')
  })

  it('are in doubt about one that is unreadable', () => {
    expect(judgeField('severity', { 'at-least': 'LOW' }, { severity: null, unreadable: { severity: 'x' } })).toBe(
      'unknown',
    )
  })

  it.each(['high', 'SEVERE', ''])('refuse `%s`', (label) => {
    expect(problemsOf('severity', { 'at-most': label })).toEqual([
      `/severity/at-most document.value \`${label}\` is no severity`,
    ])
  })
})
