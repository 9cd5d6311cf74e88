import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Bound } from '../contracts/predicate.js'
import { isWithin } from './is-within.js'
import { NumberRanges } from './number-ranges.js'

const number = fc.oneof(
  fc.constantFrom(0, -0, 1, 2, 3, 70, 100, -5, 0.5, 1e21, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.double({ noNaN: true }),
)
const bound: fc.Arbitrary<Bound> = fc.record({ sign: fc.constantFrom('=', '<', '<=', '>', '>='), number })
const bounds = fc.array(bound, { minLength: 1, maxLength: 2 })

const nameOf = (each: readonly Bound[]) => each.map((one) => `${one.sign} ${one.number}`).join()

function rangesOf(list: readonly (readonly Bound[])[]) {
  const ranges = new NumberRanges<string>()
  for (const each of list) ranges.at(each, () => nameOf(each))
  return ranges
}

function found(ranges: NumberRanges<string>, value: number): readonly string[] {
  const items: string[] = []
  ranges.find(value, (item) => items.push(item))
  return items
}

it('a number is found in the ranges whose bounds it keeps to, in each once', () => {
  fc.assert(
    fc.property(fc.array(bounds), number, (list, value) => {
      const ranges = rangesOf(list)
      const expected = list.filter((each) => isWithin(value, each)).map(nameOf)
      expect(found(ranges, value)).toEqual([...new Set(expected)])
    }),
  )
})

it('numbers on one stretch lie in the same ranges, and a bound is one by itself', () => {
  fc.assert(
    fc.property(fc.array(bounds), fc.array(number, { minLength: 2 }), (list, values) => {
      const ranges = rangesOf(list)
      const seen = new Map<number, readonly string[]>()
      for (const value of values) {
        const stretch = ranges.stretchOf(value)
        expect(found(ranges, value)).toEqual(seen.get(stretch) ?? found(ranges, value))
        seen.set(stretch, found(ranges, value))
        expect(stretch % 2 === 1).toBe(list.flat().some((each) => each.number === value))
      }
    }),
  )
})

it('a number that is parted off is a stretch by itself', () => {
  const ranges = rangesOf([[{ sign: '>', number: 5 }]])
  ranges.part(7)
  expect([4, 5, 6, 7, 8].map((value) => ranges.stretchOf(value))).toEqual([0, 1, 2, 3, 4])
})

it('what is no number is on no stretch', () => {
  expect(rangesOf([[{ sign: '>', number: 5 }]]).stretchOf(Number.NaN)).toBe(-1)
})
