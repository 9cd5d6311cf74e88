/**
 * Rows of bits in words of 32, one bit for each line.
 *
 * Before its words a row has a summary: one bit for each word, which is on where the word may have bits that are on. Ten
 * thousand lines have a summary of ten words, so most words of a row are never looked at.
 */
import type { Marks } from './marks.js'

/** The summary, then the words. */
export type Row = Int32Array

export function emptyRow(lines: number): Row {
  const words = Math.ceil(lines / 32)
  return new Int32Array(words + Math.ceil(words / 32))
}

/** A row with the bits of so many lines on. */
export function fullRow(lines: number): Row {
  const row = emptyRow(lines)
  for (let line = 0; line < lines; line++) setBit(row, line)
  return row
}

/** Words of the summary. */
export function summaryOf({ length }: Row): number {
  return Math.ceil(length / 33)
}

export function setBit(row: Row, line: number): void {
  turnOn(row, summaryOf(row), line >> 5, 1 << (line & 31))
}

export function clearBit(row: Row, line: number): void {
  turnOff(row, summaryOf(row), line >> 5, 1 << (line & 31))
}

export function putOn(row: Row, { words, bits }: Marks): void {
  const summary = summaryOf(row)
  for (let index = 0; index < words.length; index++) turnOn(row, summary, words[index] ?? 0, bits[index] ?? 0)
}

export function takeOff(row: Row, { words, bits }: Marks): void {
  const summary = summaryOf(row)
  for (let index = 0; index < words.length; index++) turnOff(row, summary, words[index] ?? 0, bits[index] ?? 0)
}

function turnOn(row: Row, summary: number, word: number, bits: number): void {
  row[summary + word] = (row[summary + word] ?? 0) | bits
  row[word >> 5] = (row[word >> 5] ?? 0) | (1 << (word & 31))
}

function turnOff(row: Row, summary: number, word: number, bits: number): void {
  const left = (row[summary + word] ?? 0) & ~bits
  row[summary + word] = left
  if (left === 0) row[word >> 5] = (row[word >> 5] ?? 0) & ~(1 << (word & 31))
}
