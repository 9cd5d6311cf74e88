import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import type { Truth } from '../contracts/match.js'
import { judgeField, judgeRaw, problemsOf } from '../testing/judge-value.js'

describe('operators on lists', () => {
  it.each<readonly [string, readonly Json[], Json, Truth]>([
    ['any-of', ['a', 'x'], ['a', 'b'], 'yes'],
    ['any-of', ['x', { prefix: 'y' }], ['a', 'b'], 'no'],
    ['all-of', ['a', 'b'], ['b', 'a', 'c'], 'yes'],
    ['all-of', ['a', 'x'], ['a', 'b'], 'no'],
    ['all-of', [{ prefix: 'a' }, { suffix: 'z' }], ['ab', 'yz'], 'yes'],
    ['none-of', ['x', 'y'], ['a', 'b'], 'yes'],
    ['none-of', ['x', 'b'], ['a', 'b'], 'no'],
    ['none-of', [{ 'anything-but': 'a' }], 'a', 'yes'],
  ])('`%s` %j of %j: %s', (name, operand, value, truth) => expect(judgeRaw({ [name]: operand }, value)).toBe(truth))

  it.each(['any-of', 'all-of', 'none-of'])('`%s` says no of what is absent', (name) => {
    expect(judgeField('title', { [name]: ['a'] }, { title: null })).toBe('no')
  })

  it.each(['any-of', 'all-of', 'none-of'])('`%s` wants a list that is not empty', (name) => {
    for (const operand of [[], 'a', { prefix: 'a' }]) expect(problemsOf('title', { [name]: operand })).toHaveLength(1)
  })

  it('`none-of` is the opposite of `any-of` wherever there are values', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
    fc.assert(
      fc.property(letters, letters, (operand, values) => {
        const any = judgeRaw({ 'any-of': operand }, values)
        expect(judgeRaw({ 'none-of': operand }, values)).toBe(any === 'yes' ? 'no' : 'yes')
      }),
    )
  })
})

describe('`exists`', () => {
  it.each<readonly [boolean, string | null, Truth]>([
    [true, 'x', 'yes'],
    [true, '', 'yes'],
    [true, null, 'no'],
    [false, 'x', 'no'],
    [false, null, 'yes'],
  ])('%s of %j: %s', (wanted, title, truth) => expect(judgeField('title', { exists: wanted }, { title })).toBe(truth))

  it('is in doubt about what is unreadable', () => {
    for (const wanted of [true, false]) {
      expect(judgeField('title', { exists: wanted }, { title: null, unreadable: { title: 'x' } })).toBe('unknown')
    }
  })
})
