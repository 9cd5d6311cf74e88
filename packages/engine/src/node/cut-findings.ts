/**
 * Cuts a stream into chunks that can be read by themselves, in this thread or in another.
 *
 * Where there is a document on each line, a chunk is as many whole lines as have come; memory stays constant, however
 * long the stream or a line is. A single document (a list, an answer of GetFindings, anything over several lines) has
 * to be held whole.
 */
import { createFindingHead } from './finding-head.js'
import { createGrowingBytes } from './growing-bytes.js'
import { wholeText } from './whole-text.js'

/** The most bytes of one line where there is a document per line; a finding has 240 KB at most, an event 256 KB. */
export const maxLineBytes = 4 * 1024 * 1024

/** The most bytes of a single document. */
export const maxDocumentBytes = 256 * 1024 * 1024

/** A part of a source. Its bytes are in a buffer of their own, which may be handed to another thread. */
export type FindingChunk =
  | {
      readonly kind: 'lines'
      readonly source: string
      /** Number of the first line, counted from 1. */
      readonly firstLine: number
      /** Whole lines. One that is too long is cut short after one byte too many, which tells it. */
      readonly bytes: Uint8Array<ArrayBuffer>
    }
  | { readonly kind: 'document'; readonly source: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too-large'; readonly source: string }

/** Gives memory for the lines of one chunk: so many bytes, all of which are written. */
export type Allocate = (size: number) => Uint8Array<ArrayBuffer>

/** Chunks of a stream, in order; read them with `readChunk`. Their memory is new where nothing else is said. */
export async function* cutFindings(
  stream: AsyncIterable<Uint8Array | string>,
  source: string,
  allocate: Allocate = Buffer.allocUnsafeSlow,
): AsyncIterable<FindingChunk> {
  const head = createFindingHead()
  let lines: LineCutter | null = null
  for await (const bytes of wholeText(stream)) {
    let fresh = bytes
    if (lines === null) {
      const form = head.add(bytes)
      if (head.size() > maxDocumentBytes) return yield { kind: 'too-large', source }
      if (form !== 'lines') continue
      lines = createLineCutter(source, allocate)
      fresh = head.bytes()
    }
    const chunk = lines.add(fresh)
    if (chunk !== null) yield chunk
  }
  if (lines !== null) {
    const last = lines.end()
    if (last !== null) yield last
    return
  }
  const form = head.end()
  if (form === 'lines') yield { kind: 'lines', source, firstLine: 1, bytes: owned(head.bytes()) }
  else if (form === 'document') yield { kind: 'document', source, bytes: owned(head.bytes()) }
}

interface LineCutter {
  /** The lines that end in these bytes, `null` when none does. */
  add(bytes: Buffer): FindingChunk | null
  /** The last line, where no line break ends it. */
  end(): FindingChunk | null
}

const newline = 10

function createLineCutter(source: string, allocate: Allocate): LineCutter {
  const rest = createGrowingBytes()
  let firstLine = 1

  function keep(part: Uint8Array): void {
    rest.add(part.subarray(0, Math.max(0, maxLineBytes + 1 - rest.size())))
  }

  return {
    add(bytes) {
      const last = bytes.lastIndexOf(newline)
      if (last === -1) {
        keep(bytes)
        return null
      }
      const start = rest.size() > maxLineBytes ? bytes.indexOf(newline) : 0
      const ending = bytes.subarray(start, last + 1)
      const whole = allocate(rest.size() + ending.length)
      whole.set(rest.bytes())
      whole.set(ending, rest.size())
      const chunk = { kind: 'lines', source, firstLine, bytes: whole } as const
      firstLine += countLines(whole)
      rest.clear()
      keep(bytes.subarray(last + 1))
      return chunk
    },
    end: () => (rest.size() === 0 ? null : { kind: 'lines', source, firstLine, bytes: owned(rest.bytes()) }),
  }
}

/** A copy in a buffer of its own: what is read into is used again. */
function owned(bytes: Uint8Array): Buffer<ArrayBuffer> {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  copy.set(bytes)
  return copy
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1
  return count
}
