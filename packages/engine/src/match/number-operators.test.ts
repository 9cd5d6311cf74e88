import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import type { Truth } from '../contracts/match.js'
import { judgeRaw, problemsOf } from '../testing/judge-value.js'

describe('`numeric`', () => {
  it.each<readonly [Json, Json, Truth]>([
    [['=', 5], 5, 'yes'],
    [['=', 5], 5.5, 'no'],
    [['<', 5], 5, 'no'],
    [['<=', 5], 5, 'yes'],
    [['>', 5], 5, 'no'],
    [['>=', 5], 5, 'yes'],
    [['>', 0, '<=', 5], 5, 'yes'],
    [['>', 0, '<=', 5], 0, 'no'],
    [['=', -0.5], -0.5, 'yes'],
    [['>', 1], '2', 'no'],
    [['>', 0], true, 'no'],
  ])('%j of %j: %s', (operand, value, truth) => expect(judgeRaw({ numeric: operand }, value)).toBe(truth))

  it.each<Json>([[], ['='], ['==', 1], ['=', '1'], [1, '='], ['=', 1, '<'], ['=', 1, '<', 2, '>', 3], 5, '>= 5'])(
    'refuses %j',
    (operand) => {
      expect(problemsOf('criticality', { numeric: operand })).toHaveLength(1)
    },
  )

  it('of a range is both of its comparisons', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer(), (value, low, high) => {
        const both = value >= low && value < high
        expect(judgeRaw({ numeric: ['>=', low, '<', high] }, value)).toBe(both ? 'yes' : 'no')
      }),
    )
  })
})
