/**
 * The rows of a set, side by side in one block of memory; each is known by where it begins.
 *
 * Equal rows are kept once, so that a thousand resource ids that the same rules ask for have one. Fetching rows from memory
 * is most of what matching costs, and few rows close together are mostly in the cache.
 */
import { emptyRow, type Row, summaryOf } from './row.js'

/** Bytes that values which may come again take altogether, with their rows. */
const usualBytes = 16 * 1024 * 1024

/** Bytes of an entry by which a value is found again, besides its text. */
const entryBytes = 64

/** Rows of one length. */
export class RowStore {
  /** Words of one row, its summary included, and of the summary alone. */
  readonly #width: number
  readonly #summary: number
  readonly #mostBytes: number
  #words: Int32Array
  #used = 0
  #remembered = 0
  /** Where rows begin, by their hash. */
  readonly #known = new Map<number, number[]>()

  /** For rows of so many lines. */
  constructor(lines: number, mostBytes = usualBytes) {
    const row = emptyRow(lines)
    this.#width = row.length
    this.#summary = summaryOf(row)
    this.#mostBytes = mostBytes
    this.#words = new Int32Array(row.length * 16)
  }

  /** Where a copy of this row begins, or one that is equal. */
  keep(row: Row): number {
    const hash = hashOf(row)
    const alike = this.#known.get(hash)
    const known = alike?.find((start) => this.#stands(row, start))
    if (known !== undefined) return known
    const start = this.reserve()
    this.write(row, start)
    if (alike === undefined) this.#known.set(hash, [start])
    else alike.push(start)
    return start
  }

  /** The same for a value that may come again, with a text of so many characters; `null` when there is no room for it. */
  remember(row: Row, characters: number): number | null {
    if (this.#remembered >= this.#mostBytes) return null
    const used = this.#used
    const start = this.keep(row)
    this.#remembered += (this.#used - used) * 4 + characters * 2 + entryBytes
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

  #stands(row: Row, start: number): boolean {
    for (let at = 0; at < row.length; at++) if (row[at] !== this.#words[start + at]) return false
    return true
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

/** Every bit of every word counts in all bits of it: rows mostly differ in the high bits of a few words. */
function hashOf(row: Row): number {
  let hash = 0
  for (const word of row) {
    hash = Math.imul(hash ^ word, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}
