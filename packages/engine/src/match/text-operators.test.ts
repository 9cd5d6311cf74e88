import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import type { Truth } from '../contracts/match.js'
import { judgeRaw, problemsOf } from '../testing/judge-value.js'

describe('an operator on text', () => {
  it.each<readonly [Json, Json, Truth]>([
    [{ prefix: 'ab' }, 'abc', 'yes'],
    [{ prefix: 'abc' }, 'ab', 'no'],
    [{ suffix: 'bc' }, 'abc', 'yes'],
    [{ suffix: 'ab' }, 'abc', 'no'],
    [{ wildcard: 'a*c' }, 'abc', 'yes'],
    [{ wildcard: 'a*c' }, 'abcd', 'no'],
    [{ 'equals-ignore-case': 'ABC' }, 'aBc', 'yes'],
    [{ 'equals-ignore-case': 'abc' }, 'abc ', 'no'],
    [{ group: 'team' }, 'b', 'yes'],
    [{ group: 'team' }, 'B', 'no'],
    [{ prefix: '1' }, 12, 'no'],
    [{ group: 'team' }, ['x', 'a'], 'yes'],
    [{ prefix: 'a' }, ['b', 'c'], 'no'],
  ])('%j of %j: %s', (wanted, value, truth) => expect(judgeRaw(wanted, value)).toBe(truth))

  it.each(['prefix', 'suffix', 'wildcard', 'equals-ignore-case', 'group'])(
    '`%s` wants a text that is not empty',
    (name) => {
      for (const operand of ['', 3, ['a'], 'x'.repeat(2049)])
        expect(problemsOf('title', { [name]: operand })).toHaveLength(1)
    },
  )

  it('`group` knows the groups of the project and no others', () => {
    expect(problemsOf('account', { group: 'toString' })).toEqual([
      '/account/group rules.unknown-group unknown group `toString`',
    ])
  })
})
