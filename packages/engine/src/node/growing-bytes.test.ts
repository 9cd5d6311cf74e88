import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createGrowingBytes } from './growing-bytes.js'

it('pieces of any size come out in one, and clearing forgets them', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 20 }), (parts) => {
      const bytes = createGrowingBytes()
      bytes.add(new Uint8Array(70_000))
      bytes.clear()
      for (const part of parts) bytes.add(part)
      expect(bytes.bytes()).toEqual(Buffer.concat(parts))
      expect(bytes.size()).toBe(bytes.bytes().length)
    }),
  )
})

it('a piece larger than all before makes room for itself', () => {
  const bytes = createGrowingBytes()
  bytes.add(new Uint8Array([1]))
  bytes.add(new Uint8Array(300_000).fill(2))
  expect([bytes.size(), bytes.bytes()[0], bytes.bytes()[300_000]]).toEqual([300_001, 1, 2])
})
