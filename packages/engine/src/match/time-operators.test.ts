import { describe, expect, it } from 'vitest'
import type { Truth } from '../contracts/match.js'
import { judgeField, judgeRaw, problemsOf } from '../testing/judge-value.js'
import { sampleNow } from '../testing/sample-finding.js'
import { parseAge } from './time-operators.js'

const ago = (milliseconds: number) => new Date(sampleNow - milliseconds).toISOString()
const day = 86_400_000

describe('an age', () => {
  it.each([
    ['1m', 60_000],
    ['2h', 7_200_000],
    ['30d', 30 * day],
    ['1w', 7 * day],
  ])('`%s` is %d milliseconds', (age, milliseconds) => {
    expect(parseAge(age)).toBe(milliseconds)
  })

  it.each(['', '30', 'd', '0d', '-1d', '1.5d', '1 d', '1D', '1y', '1d\n', '1234567d'])('is not `%s`', (age) => {
    expect(problemsOf('created', { 'older-than': age })).toEqual([
      `/created/older-than rules.date \`${age}\` is no age`,
    ])
  })
})

describe('`older-than` and `newer-than`', () => {
  it.each<readonly [string, Truth, Truth]>([
    [ago(day + 1), 'yes', 'no'],
    [ago(day), 'no', 'no'],
    [ago(day - 1), 'no', 'yes'],
    [ago(-day), 'no', 'yes'],
  ])('%s: older than a day %s, newer %s', (created, older, newer) => {
    expect(judgeField('created', { 'older-than': '1d' }, { created })).toBe(older)
    expect(judgeField('created', { 'newer-than': '1d' }, { created })).toBe(newer)
  })

  it('compare instants, not texts', () => {
    expect(judgeRaw({ 'older-than': '1h' }, '2026-11-21T00:30:00+02:00')).toBe('yes')
    expect(judgeRaw({ 'older-than': '1h' }, '2026-11-20T23:30:00Z')).toBe('no')
  })

  it.each(['2026-11-01', 'yesterday', '2026-13-01T00:00:00Z', '2026-11-01T00:00:00', 1_700_000_000])(
    'are in doubt about the raw value %j',
    (value) => {
      expect(judgeRaw({ 'older-than': '1d' }, value)).toBe('unknown')
    },
  )

  it('do not hold for a time that is absent', () => {
    expect(judgeField('created', { 'older-than': '1d' }, { created: null })).toBe('no')
    expect(judgeField('created', { 'newer-than': '1d' }, { created: null })).toBe('no')
  })
})
