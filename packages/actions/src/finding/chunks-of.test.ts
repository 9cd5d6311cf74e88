import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunksOf } from './chunks-of.js'

describe('chunksOf', () => {
  it('keeps every item in order, in parts that are full but for the last', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (items, size) => {
        const chunks = chunksOf(items, size)
        expect(chunks.flat()).toEqual(items)
        expect(chunks.slice(0, -1).every((chunk) => chunk.length === size)).toBe(true)
        expect(chunks.every((chunk) => chunk.length > 0)).toBe(true)
      }),
    )
  })
})
