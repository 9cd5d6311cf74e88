import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import type { Truth } from '../contracts/match.js'
import { judgeField, judgeRaw, problemsOf } from '../testing/judge-value.js'

describe('`anything-but`', () => {
  it.each<readonly [Json, Json, Truth]>([
    ['a', 'b', 'yes'],
    ['a', 'a', 'no'],
    ['a', ['b', 'a'], 'no'],
    [['a', 'b'], 'b', 'no'],
    [['a', 'b'], 'c', 'yes'],
    [1, '1', 'yes'],
    [1, 1, 'no'],
    [false, true, 'yes'],
    [{ prefix: 'a' }, 'ab', 'no'],
    [{ prefix: ['a', 'b'] }, 'bc', 'no'],
    [{ suffix: ['a', 'b'] }, 'bc', 'yes'],
    [{ wildcard: 'a*' }, 'ab', 'no'],
    [{ 'equals-ignore-case': ['A'] }, 'a', 'no'],
  ])('%j of %j: %s', (operand, value, truth) => expect(judgeRaw({ 'anything-but': operand }, value)).toBe(truth))

  it('does not hold for what is absent, and is in doubt about what is unreadable', () => {
    expect(judgeField('title', { 'anything-but': 'a' }, { title: null })).toBe('no')
    expect(judgeField('title', { 'anything-but': 'a' }, { title: null, unreadable: { title: 'x' } })).toBe('unknown')
  })

  it.each<Json>([[], [['a']], {}, { prefix: [] }, { regex: 'a' }, { prefix: 'a', suffix: 'b' }, null, { prefix: 3 }])(
    'refuses %j',
    (operand) => {
      expect(problemsOf('title', { 'anything-but': operand })).toHaveLength(1)
    },
  )

  it('refuses a value that the field never has', () => {
    expect(problemsOf('severity', { 'anything-but': ['LOW', 'high'] })).toEqual([
      '/severity/anything-but/1 document.value `severity` is never `high`',
    ])
  })
})
