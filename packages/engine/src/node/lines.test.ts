import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitLines } from './lines.js'

async function* chunksOf(...chunks: readonly (string | Uint8Array)[]) {
  yield* chunks
}

async function split(chunks: readonly (string | Uint8Array)[], limit = 100) {
  const found = []
  for await (const line of splitLines(chunksOf(...chunks), () => limit)) {
    found.push(line.kind === 'line' ? line.bytes.toString() : line.number)
  }
  return found
}

it('lines are put together from chunks', async () => {
  expect(await split(['a', 'b\nc', '\n\nd'])).toEqual(['ab', 'c', '', 'd'])
  expect(await split([])).toEqual([])
  expect(await split(['a\n'])).toEqual(['a'])
})

it('a line over the limit is reported by its number and the next is read', async () => {
  expect(await split(['abc', 'de\nf\n', 'ghijk'], 4)).toEqual([1, 'f', 3])
  expect(await split(['abcd\n'], 4)).toEqual(['abcd'])
})

it('a line knows its number and whether it was ended', async () => {
  const lines = []
  for await (const line of splitLines(chunksOf('a\nb'), () => 10)) lines.push(line)
  expect(lines).toMatchObject([
    { number: 1, ended: true },
    { number: 2, ended: false },
  ])
})

it('text comes out as it went in, wherever the chunks are cut', async () => {
  const cuts = fc.array(fc.nat({ max: 40 }), { maxLength: 6 })
  const pieces = <Whole extends { slice(start: number, end: number): Whole; readonly length: number }>(
    whole: Whole,
    at: readonly number[],
  ) => {
    const places = [0, ...[...at].sort((x, y) => x - y), whole.length]
    return places.slice(1).map((end, index) => whole.slice(places[index] ?? 0, end))
  }
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), cuts, async (text, at) => {
      const lines = text.split('\n')
      if (lines.at(-1) === '') lines.pop()
      expect(await split(pieces(new Uint8Array(Buffer.from(text)), at), 1000)).toEqual(lines)
      expect(await split(pieces(text, at), 1000)).toEqual(lines)
    }),
  )
})
