import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineCount, lineLists, rowWith } from '../testing/sample-rows.js'
import { RowStore } from './row-store.js'

function linesInAll(store: RowStore, starts: Int32Array) {
  const lines = new Int32Array(lineCount)
  return [...lines.subarray(0, store.linesInAll(starts, lines))]
}

it('lines in all rows are those that each of them has, in order', () => {
  fc.assert(
    fc.property(fc.array(lineLists, { minLength: 1, maxLength: 40 }), (lists) => {
      const store = new RowStore(lineCount)
      const starts = Int32Array.from(lists, (list) => store.keep(rowWith(list)))
      const expected = (lists[0] ?? []).filter((line) => lists.every((list) => list.includes(line)))
      expect(linesInAll(store, starts)).toEqual(expected)
    }),
  )
})

it('a row that is kept again begins where it did, and no other begins there', () => {
  fc.assert(
    fc.property(fc.array(lineLists, { maxLength: 40 }), (lists) => {
      const store = new RowStore(lineCount)
      const starts = lists.map((list) => store.keep(rowWith(list)))
      expect(lists.map((list) => store.keep(rowWith(list)))).toEqual(starts)
      expect(new Set(starts).size).toBe(new Set(lists.map(String)).size)
    }),
  )
})

it('a reserved place has what was written there last, whatever is kept meanwhile', () => {
  const store = new RowStore(lineCount)
  const place = store.reserve()
  const kept = Array.from({ length: 50 }, (_, line) => store.keep(rowWith([line])))
  store.write(rowWith([3, 70]), place)
  store.write(rowWith([4, 70]), place)
  expect(linesInAll(store, Int32Array.of(place))).toEqual([4, 70])
  expect(kept.map((start) => linesInAll(store, Int32Array.of(start)))).toEqual(kept.map((_, line) => [line]))
})

it('is full when it has 16 MiB of rows', () => {
  const store = new RowStore(32 * 1024 * 1024)
  expect(store.isFull).toBe(false)
  for (let place = 0; place < 4; place++) store.reserve()
  expect(store.isFull).toBe(true)
})

it('there are no lines in no rows', () => expect(linesInAll(new RowStore(lineCount), new Int32Array(0))).toEqual([]))
