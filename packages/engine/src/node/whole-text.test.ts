import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wholeText } from './whole-text.js'

async function* chunksOf(...chunks: readonly (string | Uint8Array)[]) {
  yield* chunks
}

async function read(...chunks: readonly (string | Uint8Array)[]) {
  const parts = []
  for await (const part of wholeText(chunksOf(...chunks))) parts.push(part)
  return Buffer.concat(parts)
}

it('text becomes the same bytes, wherever it is cut', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(text, fc.nat({ max: 60 }), fc.nat({ max: 60 }), async (whole, a, b) => {
      const [first, second] = [Math.min(a, b), Math.max(a, b)]
      const parts = [whole.slice(0, first), whole.slice(first, second), whole.slice(second)]
      expect(await read(...parts)).toEqual(Buffer.from(whole))
    }),
  )
})

it('bytes stay as they are, whether they are UTF-8 or not', async () => {
  expect(await read(new Uint8Array([0xff, 0x0a]), 'a', new Uint8Array([0xc3]))).toEqual(
    Buffer.from([0xff, 0x0a, 0x61, 0xc3]),
  )
})

it('half a pair at the end is what text without its other half becomes', async () => {
  expect(await read('a\ud83d')).toEqual(Buffer.from('a\ud83d'))
})
