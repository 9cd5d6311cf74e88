/**
 * Decides chunks in this thread or in several, and gives the results in the order of the chunks.
 *
 * With several, two batches are with each thread at a time, so that none waits for the next to be read and memory stays
 * the same however long the input is.
 */
import type { FindingChunk } from '@redress/engine/node'
import { bytesOfChunk } from './batch-decider.js'
import type { Batch, DecidedBatch } from './messages.js'
import type { ThreadPool } from './thread-pool.js'

/** Each chunk as it comes, so that a slow stream is decided while it runs. */
export async function* decideHere(
  chunks: AsyncIterable<FindingChunk>,
  decide: (batch: Batch) => DecidedBatch,
): AsyncIterable<DecidedBatch> {
  for await (const chunk of chunks) yield decide([chunk])
}

export interface ThreadsOptions {
  readonly jobs: number
  /** Chunks are gathered until they have as many bytes. */
  readonly batchBytes: number
}

/** Ends the pool's threads when all is done, something fails or nobody wants more. */
export async function* decideInThreads(
  chunks: AsyncIterable<FindingChunk>,
  pool: ThreadPool,
  { jobs, batchBytes }: ThreadsOptions,
): AsyncIterable<DecidedBatch> {
  const underway: Promise<DecidedBatch>[] = []
  try {
    for await (const batch of gather(chunks, batchBytes)) {
      underway.push(handled(pool.decide(batch)))
      const [first] = underway
      if (first === undefined || underway.length < jobs * 2) continue
      yield await first
      underway.shift()
    }
    for (const decided of underway) yield await decided
  } finally {
    pool.end()
  }
}

async function* gather(chunks: AsyncIterable<FindingChunk>, batchBytes: number): AsyncIterable<Batch> {
  let batch: FindingChunk[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    batch.push(chunk)
    bytes += bytesOfChunk(chunk)
    if (bytes < batchBytes && batch.length < mostChunks) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}

/** Ten thousand small files are no megabyte, but work enough to share. */
const mostChunks = 256

/** The same promise; its rejection is looked at later, when its turn comes. */
function handled<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {})
  return promise
}
