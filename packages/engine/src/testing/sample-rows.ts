/** Rows of a hundred lines, and lists of such lines. */
import fc from 'fast-check'
import { emptyRow, type Row, setBit } from '../match/row.js'

export const lineCount = 100

/** Different lines, in order. */
export const lineLists = fc.uniqueArray(fc.nat(lineCount - 1)).map((list) => list.sort((a, b) => a - b))

export function rowWith(lines: readonly number[]): Row {
  const row = emptyRow(lineCount)
  for (const line of lines) setBit(row, line)
  return row
}
