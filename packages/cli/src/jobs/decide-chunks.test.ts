import type { FindingChunk } from '@redress/engine/node'
import { describe, expect, it } from 'vitest'
import { decideHere, decideInThreads } from './decide-chunks.js'
import type { Batch, DecidedBatch } from './messages.js'
import type { ThreadPool } from './thread-pool.js'

const chunk = (size: number): FindingChunk => ({
  kind: 'document',
  source: `${size}`,
  bytes: new Uint8Array(size),
})
const decidedOf = (batch: Batch): DecidedBatch => ({
  part: { sections: [], left: [] },
  findings: Number(batch.map(({ source }) => source).join('')),
  bytes: 0,
  refused: [],
})

async function* chunksOf(sizes: readonly number[], read: number[] = []): AsyncIterable<FindingChunk> {
  for (const size of sizes) {
    read.push(size)
    yield chunk(size)
  }
}

/** Answers in any order; keeps what it was given. */
function slowPool() {
  const open: (() => void)[] = []
  const pool = {
    ended: false,
    most: 0,
    decide: (batch: Batch) =>
      new Promise<DecidedBatch>((resolve) => {
        open.push(() => resolve(decidedOf(batch)))
        pool.most = Math.max(pool.most, open.length)
        setImmediate(() => open.pop()?.())
      }),
    end() {
      pool.ended = true
    },
  }
  return pool
}

async function list(batches: AsyncIterable<DecidedBatch>) {
  const found = []
  for await (const { findings } of batches) found.push(findings)
  return found
}

describe('decideInThreads', () => {
  it('gathers chunks and keeps their order, however the answers come', async () => {
    const pool = slowPool()
    const sizes = Array.from({ length: 40 }, (_, index) => 1 + (index % 9))
    const found = await list(decideInThreads(chunksOf(sizes), pool, { jobs: 2, batchBytes: 5 }))
    expect(found.join('')).toBe(sizes.join(''))
    expect(found).toContain(123)
    expect(pool).toMatchObject({ most: 4, ended: true })
  })

  it('gathers no more than a number of small ones', async () => {
    const found = await list(decideInThreads(chunksOf(Array(600).fill(0)), slowPool(), { jobs: 1, batchBytes: 5 }))
    expect(found).toHaveLength(3)
  })

  it('ends the threads when one fails, and reads no further', async () => {
    const read: number[] = []
    const pool: ThreadPool & { ended: boolean } = {
      ended: false,
      decide: () => Promise.reject(new Error('it has ended')),
      end() {
        this.ended = true
      },
    }
    const batches = decideInThreads(chunksOf(Array(50).fill(1), read), pool, { jobs: 2, batchBytes: 1 })
    await expect(list(batches)).rejects.toThrow('it has ended')
    expect([pool.ended, read.length]).toEqual([true, 4])
  })

  it('ends the threads when nobody wants more', async () => {
    const pool = slowPool()
    for await (const _ of decideInThreads(chunksOf([1, 2, 3, 4]), pool, { jobs: 1, batchBytes: 1 })) break
    expect(pool.ended).toBe(true)
  })
})

it('in one thread each chunk is decided as it comes', async () => {
  expect(await list(decideHere(chunksOf([1, 2]), decidedOf))).toEqual([1, 2])
})
