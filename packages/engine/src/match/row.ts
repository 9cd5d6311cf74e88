/** Rows of bits in words of 32, one bit for each line. */
import type { Marks } from './marks.js'

export type Row = Int32Array

export function emptyRow(lines: number): Row {
  return new Int32Array(Math.ceil(lines / 32))
}

/** A row with the bits of so many lines on. */
export function fullRow(lines: number): Row {
  const row = emptyRow(lines).fill(-1)
  const last = lines % 32
  // Bits behind the last line stay off.
  if (last !== 0) row[row.length - 1] = (1 << last) - 1
  return row
}

export function setBit(row: Row, line: number): void {
  row[line >> 5] = (row[line >> 5] ?? 0) | (1 << (line & 31))
}

export function clearBit(row: Row, line: number): void {
  row[line >> 5] = (row[line >> 5] ?? 0) & ~(1 << (line & 31))
}

export function putOn(row: Row, { words, bits }: Marks): void {
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? 0
    row[word] = (row[word] ?? 0) | (bits[index] ?? 0)
  }
}

export function takeOff(row: Row, { words, bits }: Marks): void {
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? 0
    row[word] = (row[word] ?? 0) & ~(bits[index] ?? 0)
  }
}

/** The lines whose bits are on in every row, in order. Most words are zero after a row or two, and are then left. */
export function linesInAll(rows: readonly Row[]): readonly number[] {
  const [first] = rows
  if (first === undefined) return []
  let lines: number[] | null = null
  for (let word = 0; word < first.length; word++) {
    let bits = first[word] ?? 0
    for (let index = 1; bits !== 0 && index < rows.length; index++) bits &= rows[index]?.[word] ?? 0
    for (; bits !== 0; bits &= bits - 1) {
      lines ??= []
      lines.push(word * 32 + 31 - Math.clz32(bits & -bits))
    }
  }
  return lines ?? noLines
}

const noLines: readonly number[] = []
