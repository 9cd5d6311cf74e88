import { describe, expect, it } from 'vitest'
import { chunks, inParallel } from './in-parallel.js'

describe('inParallel', () => {
  it('keeps the order of the items, whatever order they end in', async () => {
    const results = await inParallel([3, 1, 2, 0], 2, async (turns) => {
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      return [turns]
    })
    expect(results).toEqual([[3], [1], [2], [0]])
  })

  it('has no more at work than the limit', async () => {
    let [now, most] = [0, 0]
    await inParallel(Array.from({ length: 10 }), 3, async () => {
      now += 1
      most = Math.max(most, now)
      await Promise.resolve()
      now -= 1
    })
    expect(most).toBe(3)
  })

  it('rejects with the first error', async () => {
    await expect(inParallel([1], 4, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  })
})

describe('chunks', () => {
  it.each([
    [0, 100, []],
    [100, 100, [100]],
    [250, 100, [100, 100, 50]],
    [2, 0, [1, 1]],
  ])('%i in pieces of %i', (count, size, sizes) => {
    const items = Array.from({ length: count }, (_, index) => index)
    expect(chunks(items, size).map(({ length }) => length)).toEqual(sizes)
    expect(chunks(items, size).flat()).toEqual(items)
  })
})
