/**
 * Reads the findings of one chunk.
 *
 * A line that is not ASCII costs a decoder that can say no; all others, nearly every one, are taken as they are.
 */
import { isAscii } from 'node:buffer'
import type { FindingItem } from '../contracts/finding.js'
import { readDocument, readLine, refusedItem } from '../read-findings.js'
import { type FindingChunk, maxDocumentBytes, maxLineBytes } from './cut-findings.js'
import { decode } from './decode.js'

/** What one line holds; `number` counts from 1. */
export type ReadLine = (line: string, number: number, source: string) => Iterable<FindingItem>

/** Hands on every finding and every refused item, in order. `read` takes the place of parsing each line whole. */
export function readChunk(chunk: FindingChunk, take: (item: FindingItem) => void, read: ReadLine = readLine): void {
  switch (chunk.kind) {
    case 'lines':
      readLines(chunk, take, read)
      return
    case 'document': {
      const text = decode(chunk.bytes)
      if (text === null) take(refusedItem(chunk.source, '$', 'finding.not-json', 'the text is not UTF-8'))
      else for (const item of readDocument(text, chunk.source)) take(item)
      return
    }
    case 'too-large': {
      const message = `the document is longer than ${maxDocumentBytes} bytes`
      take(refusedItem(chunk.source, '$', 'finding.too-large', message))
      return
    }
    default:
      chunk satisfies never
  }
}

type Lines = Extract<FindingChunk, { readonly kind: 'lines' }>

function readLines({ bytes, firstLine, source }: Lines, take: (item: FindingItem) => void, read: ReadLine): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let number = firstLine
  for (let start = 0; start < buffer.length; number += 1) {
    const found = buffer.indexOf(10, start)
    const end = found === -1 ? buffer.length : found
    const refuse = (code: string, message: string) => take(refusedItem(source, `line ${number}`, code, message))
    if (end - start > maxLineBytes) refuse('finding.too-large', `the line is longer than ${maxLineBytes} bytes`)
    else {
      const text = textOf(buffer, start, end)
      if (text === null) refuse('finding.not-json', 'the line is not UTF-8')
      else for (const item of read(text, number, source)) take(item)
    }
    start = end + 1
  }
}

function textOf(buffer: Buffer, start: number, end: number): string | null {
  const line = buffer.subarray(start, end)
  return isAscii(line) ? line.toString('latin1') : decode(line)
}
