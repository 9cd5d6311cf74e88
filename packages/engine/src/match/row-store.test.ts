import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineCount, lineLists, rowWith } from '../testing/sample-rows.js'
import { fullRow } from './row.js'
import { RowStore } from './row-store.js'

const allLines = Array.from({ length: lineCount }, (_, line) => line)
/** Most lines, so that rows of them have some in common. */
const manyLines = fc.subarray(allLines, { minLength: lineCount - 10 })

function linesInAll(store: RowStore, starts: Int32Array) {
  const lines = new Int32Array(lineCount)
  return [...lines.subarray(0, store.linesInAll(starts, lines))]
}

it('lines in all rows are those that each of them has, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(manyLines, lineLists), { minLength: 1, maxLength: 5 }), (lists) => {
      const store = new RowStore(lineCount)
      const starts = Int32Array.from(lists, (list) => store.keep(rowWith(list)))
      const expected = allLines.filter((line) => lists.every((list) => list.includes(line)))
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
  store.write(rowWith([3, 70]), place)
  store.write(rowWith([4, 70]), place)
  const kept = allLines.map((line) => store.keep(rowWith([line])))
  expect(linesInAll(store, Int32Array.of(place))).toEqual([4, 70])
  expect(kept.map((start) => linesInAll(store, Int32Array.of(start)))).toEqual(allLines.map((line) => [line]))
})

it('values are remembered while there is room for them, be their rows new or not', () => {
  const rows = [rowWith([1]), rowWith([1]), rowWith([2])]
  const bytes = rowWith([]).byteLength + 10 * 2 + 64
  const remembered = (most: number) => {
    const store = new RowStore(lineCount, most)
    return rows.map((row) => store.remember(row, 10) !== null)
  }
  expect(remembered(1)).toEqual([true, false, false])
  expect(remembered(bytes)).toEqual([true, false, false])
  expect(remembered(bytes + 1)).toEqual([true, true, false])
  expect(remembered(2 * bytes)).toEqual([true, true, true])
})

it('rows that are kept for the fields take no room from values', () => {
  const store = new RowStore(lineCount, 1)
  for (const line of allLines) store.keep(rowWith([line]))
  expect(store.remember(fullRow(lineCount), 0)).not.toBeNull()
})

it('there are no lines in no rows', () => expect(linesInAll(new RowStore(lineCount), new Int32Array(0))).toEqual([]))
