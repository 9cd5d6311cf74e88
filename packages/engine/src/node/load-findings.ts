/**
 * Reads findings from streams and files.
 *
 * A stream with one JSON document per line is read in constant memory, however long it is. A single document (a
 * list, an answer of GetFindings, anything over several lines) has to be held whole and may have 256 MiB; only
 * the first line can be as long as that, for it may be the whole document.
 */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FindingItem } from '../contracts/finding.js'
import { RedressError } from '../contracts/problem.js'
import { isLines, readDocument, readLine, refusedItem } from '../read-findings.js'
import { type Line, splitLines } from './lines.js'

/** The most bytes of one line where there is a document per line; a finding has 240 KB at most, an event 256 KB. */
export const maxLineBytes = 4 * 1024 * 1024

/** The most bytes of a single document. */
export const maxDocumentBytes = 256 * 1024 * 1024

/** Findings of a stream of UTF-8, one by one as they arrive. Whatever cannot be read is a refused item. */
export async function* loadFindings(
  chunks: AsyncIterable<Uint8Array | string>,
  source: string,
): AsyncIterable<FindingItem> {
  let mode: 'unknown' | 'lines' | 'document' = 'unknown'
  const head: Line[] = []
  const document = createBlocks()
  const limitOf = () => (mode === 'lines' ? maxLineBytes : maxDocumentBytes)
  for await (const line of splitLines(chunks, limitOf)) {
    if (mode === 'lines') {
      yield* itemsOfLine(line, source)
      continue
    }
    if (line.kind === 'line') document.add(line.bytes, newline)
    if (line.kind === 'too-long' || document.size() > maxDocumentBytes) {
      return yield refusedItem(
        source,
        '$',
        'finding.too-large',
        `the document is longer than ${maxDocumentBytes} bytes`,
      )
    }
    if (mode === 'document' || (isBlank(line) && head.length === 0)) continue
    head.push(line)
    const [first, second] = head.filter((one) => !isBlank(one)).map(textOf)
    if (second === undefined) continue
    // What is not UTF-8 is a damaged line, and no reason to take the others for parts of one document.
    mode = isLines(first ?? '{', second ?? '{') ? 'lines' : 'document'
    if (mode === 'lines') {
      document.clear()
      for (const one of head) yield* itemsOfLine(one, source)
    }
    head.length = 0
  }
  if (mode === 'lines' || (mode === 'unknown' && head.length === 0)) return
  const text = decode(document.bytes())
  if (text === null) yield refusedItem(source, '$', 'finding.not-json', 'the text is not UTF-8')
  else yield* readDocument(text, source)
}

/**
 * Findings of files, of folders (every `*.json`, `*.jsonl` and `*.ndjson` below, in order of their names) and of
 * standard input (`-`). A path that cannot be read throws `usage.input`, before anything is read.
 */
export async function* openFindings(paths: readonly string[]): AsyncIterable<FindingItem> {
  const files = await Promise.all(paths.map(filesOf))
  for (const file of files.flat()) {
    const stream = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1024 * 1024 })
    try {
      yield* loadFindings(stream, file)
    } catch (cause) {
      throw unreadable(file, cause)
    }
  }
}

const newline = Buffer.from('\n')
const decoder = new TextDecoder('utf-8', { fatal: true })
const blockBytes = 1024 * 1024

/** Collects bytes in blocks of a megabyte, because ten million short lines as ten million buffers fill the memory. */
function createBlocks() {
  let blocks: Uint8Array[] = []
  let loose: Uint8Array[] = []
  let looseSize = 0
  let size = 0
  return {
    add(...parts: readonly Uint8Array[]) {
      loose.push(...parts)
      for (const part of parts) looseSize += part.length
      if (looseSize < blockBytes) return
      blocks.push(Buffer.concat(loose))
      size += looseSize
      loose = []
      looseSize = 0
    },
    size: () => size + looseSize,
    bytes: () => Buffer.concat([...blocks, ...loose]),
    clear() {
      blocks = []
      loose = []
      looseSize = 0
      size = 0
    },
  }
}

function* itemsOfLine(line: Line, source: string): Iterable<FindingItem> {
  const position = `line ${line.number}`
  const text = textOf(line)
  if (line.kind === 'too-long' || line.bytes.length > maxLineBytes) {
    yield refusedItem(source, position, 'finding.too-large', `the line is longer than ${maxLineBytes} bytes`)
  } else if (text === null) {
    yield refusedItem(source, position, 'finding.not-json', 'the line is not UTF-8')
  } else yield* readLine(text, line.number, source)
}

/** White space only; a byte order mark counts as none. */
function isBlank(line: Line): boolean {
  return line.kind === 'line' && line.bytes.length < 4096 && textOf(line)?.trim() === ''
}

/** The text of a line, `null` when it is not UTF-8. The decoder takes away a byte order mark. */
function textOf(line: Line): string | null {
  return line.kind === 'line' ? decode(line.bytes) : null
}

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

async function filesOf(path: string): Promise<readonly string[]> {
  if (path === '-') return [path]
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory() && /\.(json|jsonl|ndjson)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

function unreadable(path: string, cause: unknown): RedressError {
  if (cause instanceof RedressError) return cause
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
  const reason = missing ? 'there is no such file or folder' : cause instanceof Error ? cause.message : String(cause)
  return new RedressError('usage.input', `cannot read \`${path}\`: ${reason}`, { cause })
}
