/**
 * The rows of a set, side by side in one block of memory; each is known by where it begins.
 *
 * Equal rows are kept once, so that a thousand resource ids that the same rules ask for have one. Fetching rows from memory
 * is most of what matching costs, and few rows close together are mostly in the cache.
 */
import { emptyRow, type Row, summaryOf } from './row.js'

/** Bytes of rows from which on no further ones are kept for values that may come again. */
const mostBytes = 16 * 1024 * 1024

export class RowStore {
  /** Words of one row, its summary included, and of the summary alone. */
  readonly #width: number
  readonly #summary: number
  #words: Int32Array
  #used = 0
  readonly #known = new Map<number, number[]>()

  /** For rows of so many lines. */
  constructor(lines: number) {
    const row = emptyRow(lines)
    this.#width = row.length
    this.#summary = summaryOf(row)
    this.#words = new Int32Array(row.length * 16)
  }

  get isFull(): boolean {
    return this.#used * 4 >= mostBytes
  }

  /** Where this row begins, or one that is equal. */
  keep(row: Row): number {
    const hash = hashOf(row)
    const alike = this.#known.get(hash) ?? []
    const known = alike.find((start) => row.every((word, at) => word === this.#words[start + at]))
    if (known !== undefined) return known
    const start = this.reserve()
    this.write(row, start)
    this.#known.set(hash, [...alike, start])
    return start
  }

  /** A place for a row that is going to be written again and again. */
  reserve(): number {
    const start = this.#used
    this.#used += this.#width
    if (this.#used > this.#words.length) {
      const larger = new Int32Array(this.#words.length * 2)
      larger.set(this.#words)
      this.#words = larger
    }
    return start
  }

  write(row: Row, start: number): void {
    this.#words.set(row, start)
  }

  /** Puts the lines whose bits are on in each of the rows that begin here into the list, in order; how many there are. */
  linesInAll(starts: Int32Array, lines: Int32Array): number {
    if (starts.length === 0) return 0
    const words = this.#words
    const summary = this.#summary
    let count = 0
    for (let at = 0; at < summary; at++) {
      for (let left = bitsInAll(words, starts, at); left !== 0; left &= left - 1) {
        const word = at * 32 + lowest(left)
        for (let bits = bitsInAll(words, starts, summary + word); bits !== 0; bits &= bits - 1) {
          lines[count] = word * 32 + lowest(bits)
          count += 1
        }
      }
    }
    return count
  }
}

/** The bits at one place of each row that are on in all of them. */
function bitsInAll(words: Int32Array, starts: Int32Array, at: number): number {
  let bits = -1
  for (let index = 0; bits !== 0 && index < starts.length; index++) bits &= words[(starts[index] ?? 0) + at] ?? 0
  return bits
}

/** The number of the lowest bit that is on. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}

function hashOf(row: Row): number {
  let hash = 0
  for (const word of row) hash = (Math.imul(hash, 31) + word) | 0
  return hash
}
