import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mark, noMarks } from './marks.js'
import { clearBit, emptyRow, fullRow, putOn, type Row, setBit, takeOff } from './row.js'
import { RowStore } from './row-store.js'

const count = 100
const lines = fc.uniqueArray(fc.nat(count - 1)).map((list) => list.sort((a, b) => a - b))

function rowWith(on: readonly number[]) {
  const row = emptyRow(count)
  for (const line of on) setBit(row, line)
  return row
}

function linesIn(row: Row, length = count) {
  const store = new RowStore(length)
  const lines = new Int32Array(length)
  return [...lines.subarray(0, store.linesInAll(Int32Array.of(store.keep(row)), lines))]
}

it.each([1, 31, 32, 33, 64, 100])('a full row has the bits of %d lines and no more', (length) => {
  expect(linesIn(fullRow(length), length)).toEqual(Array.from({ length }, (_, line) => line))
})

it('marks put bits on and take them off, and no others', () => {
  fc.assert(
    fc.property(lines, lines, (before, marked) => {
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
