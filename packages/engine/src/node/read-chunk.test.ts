import { describe, expect, it } from 'vitest'
import type { FindingItem } from '../contracts/finding.js'
import { refusedItem } from '../read-findings.js'
import { maxDocumentBytes, maxLineBytes } from './cut-findings.js'
import { type ReadLine, readChunk } from './read-chunk.js'

function refusedOf(text: string | Uint8Array, { firstLine = 1, read }: { firstLine?: number; read?: ReadLine } = {}) {
  const items: FindingItem[] = []
  const bytes = Buffer.from(text)
  readChunk({ kind: 'lines', source: 'a.ndjson', firstLine, bytes }, (item) => items.push(item), read)
  return items.map((item) => (item.kind === 'refused' ? item.refused : item.finding.id))
}

const source = 'a.ndjson'
const notJson = { source, code: 'finding.not-json', message: 'the line is not JSON' }

describe('readChunk', () => {
  it('numbers lines from the first of the chunk, blank ones too', () => {
    expect(refusedOf('x\n\r\n\ny', { firstLine: 7 })).toEqual([
      { ...notJson, position: 'line 7' },
      { ...notJson, position: 'line 10' },
    ])
  })

  it('refuses by itself the line that is not UTF-8', () => {
    expect(refusedOf(Buffer.concat([Buffer.from('x\n'), Buffer.from([0xc3, 10]), Buffer.from('ü\n')]))).toEqual([
      { ...notJson, position: 'line 1' },
      { ...notJson, position: 'line 2', message: 'the line is not UTF-8' },
      { ...notJson, position: 'line 3' },
    ])
  })

  it('refuses a line that is one byte too long', () => {
    expect(refusedOf(`${'x'.repeat(maxLineBytes)}\n${'x'.repeat(maxLineBytes + 1)}`)).toEqual([
      { ...notJson, position: 'line 1' },
      {
        source,
        position: 'line 2',
        code: 'finding.too-large',
        message: `the line is longer than ${maxLineBytes} bytes`,
      },
    ])
  })

  it('reads lines in another way where it is told one, and hands it no line that cannot be read', () => {
    const seen: unknown[] = []
    const read: ReadLine = (...line) => {
      seen.push(line)
      return [refusedItem(source, 'there', 'finding.invalid', 'as told')]
    }
    const text = Buffer.concat([Buffer.from('ü\n'), Buffer.from([0xff, 10]), Buffer.from('b')])
    expect(refusedOf(text, { read })).toMatchObject([
      { position: 'there' },
      { message: 'the line is not UTF-8' },
      { position: 'there' },
    ])
    expect(seen).toEqual([
      ['ü', 1, source],
      ['b', 3, source],
    ])
  })

  it('refuses a document that was too large to be kept', () => {
    const items: FindingItem[] = []
    readChunk({ kind: 'too-large', source }, (item) => items.push(item))
    const message = `the document is longer than ${maxDocumentBytes} bytes`
    expect(items).toEqual([refusedItem(source, '$', 'finding.too-large', message)])
  })
})
