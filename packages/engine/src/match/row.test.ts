import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineCount, lineLists, rowWith } from '../testing/sample-rows.js'
import { mark, noMarks } from './marks.js'
import { clearBit, fullRow, putOn, type Row, takeOff } from './row.js'
import { RowStore } from './row-store.js'

function linesIn(row: Row, length = lineCount) {
  const store = new RowStore(length)
  const lines = new Int32Array(length)
  return [...lines.subarray(0, store.linesInAll(Int32Array.of(store.keep(row)), lines))]
}

it.each([1, 31, 32, 33, 64, 100, 1024, 1025, 1056, 1057, 2049])(
  'a full row has the bits of %d lines and no more',
  (length) => {
    expect(linesIn(fullRow(length), length)).toEqual(Array.from({ length }, (_, line) => line))
  },
)

it('marks put bits on and take them off, and no others', () => {
  fc.assert(
    fc.property(lineLists, lineLists, (before, marked) => {
      const marks = noMarks()
      for (const line of marked) mark(marks, line)
      const row = rowWith(before)
      putOn(row, marks)
      expect(linesIn(row)).toEqual([...new Set([...before, ...marked])].sort((a, b) => a - b))
      takeOff(row, marks)
      expect(linesIn(row)).toEqual(before.filter((line) => !marked.includes(line)))
    }),
  )
})

it('one bit is cleared alone', () => {
  const row = fullRow(40)
  clearBit(row, 31)
  expect(linesIn(row, 40)).toEqual(Array.from({ length: 40 }, (_, line) => line).filter((line) => line !== 31))
})
