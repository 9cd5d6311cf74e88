/** Reads findings from streams and files, one by one: what `cutFindings` cuts, read by `readChunk` in this thread. */
import type { FindingItem } from '../contracts/finding.js'
import { type Allocate, cutFindings, type FindingChunk } from './cut-findings.js'
import { fileBlocks } from './file-blocks.js'
import { findingFiles, unreadableFile } from './finding-files.js'
import { readChunk } from './read-chunk.js'

/** Findings of a stream of UTF-8, one by one as they arrive. Whatever cannot be read is a refused item. */
export async function* loadFindings(
  chunks: AsyncIterable<Uint8Array | string>,
  source: string,
): AsyncIterable<FindingItem> {
  for await (const chunk of cutFindings(chunks, source)) yield* itemsOf(chunk)
}

/**
 * Findings of files, of folders (every `*.json`, `*.jsonl` and `*.ndjson` below, in order of their names) and of
 * standard input (`-`). A path that cannot be read throws `usage.input`, before anything is read.
 */
export async function* openFindings(paths: readonly string[]): AsyncIterable<FindingItem> {
  for (const { path } of await findingFiles(paths)) {
    for await (const chunk of path === '-' ? cutFindings(process.stdin, path) : cutFile(path)) yield* itemsOf(chunk)
  }
}

/** How a file is cut. */
export interface CutOptions {
  /** How much of it is read at once, which is what a chunk has; a megabyte when not given. */
  readonly chunkBytes?: number | undefined
  readonly allocate?: Allocate | undefined
}

/** Chunks of a file. Throws `usage.input` when it cannot be read. */
export async function* cutFile(
  path: string,
  { chunkBytes = 1024 * 1024, allocate }: CutOptions = {},
): AsyncIterable<FindingChunk> {
  try {
    yield* cutFindings(fileBlocks(path, chunkBytes), path, allocate)
  } catch (cause) {
    throw unreadableFile(path, cause)
  }
}

function itemsOf(chunk: FindingChunk): readonly FindingItem[] {
  const items: FindingItem[] = []
  readChunk(chunk, (item) => items.push(item))
  return items
}
