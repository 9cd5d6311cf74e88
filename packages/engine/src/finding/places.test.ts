import fc from 'fast-check'
import { expect, it } from 'vitest'
import { absent, blocked, endOf, mostCharacters, placeOf, startOf } from './places.js'

it('a place tells where it begins and ends, and is none of the two that stand for something else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: mostCharacters }), fc.nat(mostCharacters), (start, length) => {
      const end = Math.min(start + length + 1, mostCharacters)
      const place = placeOf(start, end)
      expect([startOf(place), endOf(place)]).toEqual([start, end])
      if (start < end) expect([absent, blocked]).not.toContain(place)
    }),
  )
})
