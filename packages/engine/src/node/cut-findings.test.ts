import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FindingItem } from '../contracts/finding.js'
import { readFindings } from '../read-findings.js'
import { cutFindings, type FindingChunk, maxLineBytes } from './cut-findings.js'
import { readChunk } from './read-chunk.js'

async function* chunksOf(...chunks: readonly (string | Uint8Array)[]) {
  yield* chunks
}

async function cut(...stream: readonly (string | Uint8Array)[]) {
  const chunks: FindingChunk[] = []
  for await (const chunk of cutFindings(chunksOf(...stream), '-')) chunks.push(chunk)
  return chunks
}

const lines = (firstLine: number, text: string) => ({ kind: 'lines', source: '-', firstLine, bytes: Buffer.from(text) })
const document = (text: string) => ({ kind: 'document', source: '-', bytes: Buffer.from(text) })

describe('cutFindings', () => {
  it('gives whole lines as they end, with the number of the first', async () => {
    expect(await cut('{}\n\n{"a', '":1}\n{}', '\n{}\n{}\n[', ']')).toEqual([
      lines(1, '{}\n\n{"a":1}\n'),
      lines(4, '{}\n{}\n{}\n'),
      lines(7, '[]'),
    ])
  })

  it.each([
    ['nothing', [], []],
    ['white space', ['\n \r\n\t'], []],
    ['one line', ['{', '}\n'], [document('{}\n')]],
    ['a document over several lines', ['[\n{}\n', ']'], [document('[\n{}\n]')]],
    ['two lines that the end completes', ['{}\n', '{}'], [lines(1, '{}\n{}')]],
  ])('%s', async (_name, stream, expected) => expect(await cut(...stream)).toEqual(expected))

  it('gives each chunk a buffer of its own, which may be handed over', async () => {
    const source = Buffer.from('{}\n{}\n{}\n{}\n')
    const chunks = await cut(source.subarray(0, 7), source.subarray(7))
    const buffers = chunks.map((chunk) => (chunk.kind === 'too-large' ? null : chunk.bytes.buffer))
    expect(buffers.map((buffer) => buffer?.byteLength)).toEqual([6, 6])
    expect(new Set([...buffers, source.buffer]).size).toBe(3)
  })

  it('keeps no more of a line than shows that it is too long', async () => {
    const piece = 'x'.repeat(1024 * 1024)
    const [first, second] = await cut('{}\n{}\n', ...Array(20).fill(piece), `${piece}\n{}\n`)
    expect(first).toEqual(lines(1, '{}\n{}\n'))
    const bytes = second === undefined || second.kind === 'too-large' ? Buffer.alloc(0) : Buffer.from(second.bytes)
    expect(bytes.equals(Buffer.from(`${'x'.repeat(maxLineBytes + 1)}\n{}\n`))).toBe(true)
  })
})

const finding = fc
  .string({ unit: 'grapheme', maxLength: 5 })
  .map((id) => JSON.stringify({ SchemaVersion: '2018-10-08', Id: id, Resources: [] }))
const line = fc.oneof(
  { weight: 4, arbitrary: finding },
  finding.map((text) => `[${text},${text}]`),
  fc.constantFrom('', ' ', '\r', '{', '1', 'null', '"größe 🔒"', '{"Id":', '[]'),
)
const ending = fc.constantFrom('\n', '\r\n', '\n\n')
const text = fc
  .tuple(fc.constantFrom('', '\n', '\uFEFF'), fc.array(fc.tuple(line, ending), { maxLength: 8 }), line)
  .map(([start, ended, last]) => `${start}${ended.flat().join('')}${last}`)

it('a stream is read as its text is, wherever it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat({ max: 400 }), { maxLength: 8 }), async (whole, cuts) => {
      const bytes = Buffer.from(whole)
      const places = [0, ...cuts.sort((a, b) => a - b), bytes.length]
      const pieces = places.slice(1).map((end, index) => bytes.subarray(places[index] ?? 0, end))
      const items: FindingItem[] = []
      for (const chunk of await cut(...pieces)) readChunk(chunk, (item) => items.push(item))
      expect(items.map(shown)).toEqual([...readFindings(whole, '-')].map(shown))
    }),
    { numRuns: 300 },
  )
})

function shown(item: FindingItem) {
  return item.kind === 'refused' ? item.refused : [item.position, item.source, item.finding.id]
}
