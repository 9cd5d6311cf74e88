import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mark, noMarks } from './marks.js'
import { clearBit, emptyRow, fullRow, linesInAll, putOn, setBit, takeOff } from './row.js'

const count = 100
const lines = fc.uniqueArray(fc.nat(count - 1)).map((list) => list.sort((a, b) => a - b))

function rowWith(on: readonly number[]) {
  const row = emptyRow(count)
  for (const line of on) setBit(row, line)
  return row
}

it.each([1, 31, 32, 33, 64, 100])('a full row has the bits of %d lines and no more', (length) => {
  expect(linesInAll([fullRow(length)])).toEqual(Array.from({ length }, (_, line) => line))
})

it('lines in all rows are those that each of them has, in order', () => {
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 4 }), (lists) => {
      const expected = (lists[0] ?? []).filter((line) => lists.every((list) => list.includes(line)))
      expect(linesInAll(lists.map(rowWith))).toEqual(expected)
    }),
  )
})

it('marks put bits on and take them off, and no others', () => {
  fc.assert(
    fc.property(lines, lines, (before, marked) => {
      const marks = noMarks()
      for (const line of marked) mark(marks, line)
      const row = rowWith(before)
      putOn(row, marks)
      expect(linesInAll([row])).toEqual([...new Set([...before, ...marked])].sort((a, b) => a - b))
      takeOff(row, marks)
      expect(linesInAll([row])).toEqual(before.filter((line) => !marked.includes(line)))
    }),
  )
})

it('one bit is cleared alone', () => {
  const row = fullRow(40)
  clearBit(row, 31)
  expect(linesInAll([row])).toHaveLength(39)
})

it('there are no lines in no rows', () => expect(linesInAll([])).toEqual([]))
