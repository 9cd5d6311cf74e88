import { buildBundle, loadProject } from '@redress/engine'
import type { FindingChunk } from '@redress/engine/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { startPortThread } from '../testing/port-thread.js'
import { type BufferPool, createBufferPool } from './buffer-pool.js'
import type { DecidedBatch, FromThread, Setup, Thread, ToThread } from './messages.js'
import { createThreadPool } from './thread-pool.js'

let setup: Setup

beforeAll(async () => {
  const bundle = await buildBundle(await loadProject({ files: new Map(), actions: [] }))
  setup = { bundle, now: 0, form: { kind: 'json' }, skim: false }
})

const lines = (text: string): FindingChunk => ({
  kind: 'lines',
  source: 'a',
  firstLine: 1,
  bytes: new Uint8Array(new TextEncoder().encode(text)),
})
const decided: DecidedBatch = { part: { sections: [], left: [] }, findings: 0, bytes: 0, refused: [] }
const hint = 'what was printed is not whole; try again with --jobs 1'

/** A thread that answers only when it is told to. */
function fakeThread() {
  const sent: ToThread[] = []
  const told = { answer: (_message: FromThread) => {}, end: (_reason: string) => {}, ended: false }
  const thread: Thread = {
    send: (message) => void sent.push(message),
    listen(answered, ended) {
      told.answer = answered
      told.end = ended
    },
    end() {
      told.ended = true
    },
  }
  return { thread, sent, told }
}

function fakePool(most: number) {
  const fakes: ReturnType<typeof fakeThread>[] = []
  const start = () => {
    const fake = fakeThread()
    fakes.push(fake)
    return fake.thread
  }
  return { fakes, pool: createThreadPool({ most, start, setup, buffers: createBufferPool(100) }) }
}

describe('createThreadPool', () => {
  it('starts threads as there is work for them, and shares it out', () => {
    const { fakes, pool } = fakePool(2)
    expect(fakes).toEqual([])
    for (let count = 0; count < 5; count += 1) void pool.decide([])
    expect(fakes.map(({ sent }) => sent.map(({ kind }) => kind))).toEqual([
      ['open', 'decide', 'decide', 'decide'],
      ['open', 'decide', 'decide'],
    ])
    pool.end()
    expect(fakes.map(({ told }) => told.ended)).toEqual([true, true])
  })

  it('gives one thread all the work that comes when it is free', async () => {
    const { fakes, pool } = fakePool(2)
    for (const findings of [1, 2]) {
      const answer = pool.decide([])
      fakes[0]?.told.answer({ kind: 'decided', decided: { ...decided, findings }, spent: [] })
      expect((await answer).findings).toBe(findings)
    }
    expect(fakes).toHaveLength(1)
  })

  it.each([
    [
      'ends',
      (told: ReturnType<typeof fakeThread>['told']) => told.end('it exited with code 1\nat once'),
      'it exited with code 1',
    ],
    [
      'cannot decide',
      (told: ReturnType<typeof fakeThread>['told']) => told.answer({ kind: 'failed', message: 'no memory' }),
      'no memory',
    ],
  ])('fails all that a thread had and all that it is to get when it %s', async (_name, fail, reason) => {
    const { fakes, pool } = fakePool(1)
    const answers = [pool.decide([]), pool.decide([])]
    const [fake] = fakes
    if (fake !== undefined) fail(fake.told)
    const error = { code: 'usage.input', message: `a thread that decides has failed: ${reason}`, hint }
    for (const answer of [...answers, pool.decide([])]) await expect(answer).rejects.toMatchObject(error)
  })

  it('decides in threads that speak over ports, hands the memory over and gets it back', async () => {
    const spent: number[] = []
    const buffers: BufferPool = {
      take: () => new Uint8Array(),
      give: (all) => spent.push(...all.map((one) => one.byteLength)),
    }
    const pool = createThreadPool({ most: 1, start: startPortThread, setup, buffers })
    const chunk = lines('x\n{}\n')
    const answer = await pool.decide([chunk, { kind: 'too-large', source: 'b' }])
    expect(answer).toMatchObject({ findings: 0, bytes: 5, part: { sections: [] } })
    expect(answer.refused.map(({ source, position, code }) => [source, position, code])).toEqual([
      ['a', 'line 1', 'finding.not-json'],
      ['a', 'line 2', 'finding.not-a-finding'],
      ['b', '$', 'finding.too-large'],
    ])
    expect([chunk.kind === 'lines' && chunk.bytes.length, spent]).toEqual([0, [5]])
    pool.end()
  })

  it('says why a thread cannot load the project', async () => {
    const pool = createThreadPool({
      most: 1,
      start: startPortThread,
      setup: { ...setup, bundle: { ...setup.bundle, hash: 'other' } },
      buffers: createBufferPool(100),
    })
    await expect(pool.decide([])).rejects.toMatchObject({
      message: 'a thread that decides has failed: the bundle is not as it was built',
    })
    pool.end()
  })
})
