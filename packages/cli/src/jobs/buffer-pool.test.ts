import { expect, it } from 'vitest'
import { createBufferPool } from './buffer-pool.js'

it('memory that was given back is taken again', () => {
  const pool = createBufferPool(100)
  const first = pool.take(90)
  const second = pool.take(110)
  expect([first.length, second.length, first.buffer === second.buffer]).toEqual([90, 110, false])
  pool.give([first.buffer])
  expect(pool.take(50).buffer).toBe(first.buffer)
})

it('chunks that are small or large get memory of their own size, which is not kept', () => {
  const pool = createBufferPool(100)
  const odd = [pool.take(24), pool.take(126)]
  expect(odd.map(({ buffer }) => buffer.byteLength)).toEqual([24, 126])
  pool.give(odd.map(({ buffer }) => buffer))
  expect(pool.take(100).buffer.byteLength).toBe(125)
})
