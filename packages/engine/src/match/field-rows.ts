/**
 * The rows of one field: for what stands in it, one bit for each line that this does not rule out.
 *
 * A line has its bit in the row of every value that its clause takes; one without a clause on the field has it in every
 * row. A row may leave a line in that does not hold, and then says so; it never rules one out that holds or is in doubt.
 * Rows of values that come again are remembered, within a bound.
 */
import type { Field, Found } from '../contracts/fields.js'
import { isList, Unreadable } from '../contracts/fields.js'
import type { Scalar } from '../contracts/predicate.js'
import { ownText } from '../contracts/remember.js'
import type { AffixTree } from './affix-tree.js'
import type { ContainedTexts } from './contained-texts.js'
import type { Marks } from './marks.js'
import { putOn, type Row, takeOff } from './row.js'

/** Where the clauses on one field are filed; `file-clauses.ts` makes it. */
export interface Files {
  readonly field: Field
  readonly whenAbsent: Row
  /** The row of a value that no clause names. */
  readonly whenOther: Row
  /** The row that rules out nothing. */
  readonly everything: Row
  /** What a value changes in the row of all other values. */
  readonly values: ReadonlyMap<Scalar, { readonly on: Marks; readonly off: Marks }>
  /** By a text in lower case that the value must be, upper and lower case aside; `null` where no clause asks so. */
  readonly letters: ReadonlyMap<string, Marks> | null
  /** Lines whose clause takes every text that begins, or ends, so. */
  readonly beginnings: AffixTree<Marks> | null
  readonly endings: AffixTree<Marks> | null
  /** Lines whose clause takes no text without this in it. */
  readonly contained: ContainedTexts<Marks> | null
  /** The only values that there are; any other one is a doubt. `null` where there may be any. */
  readonly among: ReadonlySet<Scalar> | null
}

/** The most bytes of rows that one field remembers. */
const mostBytes = 1024 * 1024

/** So often the rows are forgotten; a field that still fills them has too many different values to remember any. */
const mostFillings = 4

/** Gives the row of what stands in a field. It is good until the next one is asked for. */
export class FieldRows {
  readonly field: Field
  readonly #files: Files
  /** For a row that is not going to be remembered. */
  readonly #scratch: Row
  readonly #remembered = new Map<Scalar, Row>()
  readonly #most: number
  readonly #hasTexts: boolean
  #fillings = 0
  /** False when the row that was given last may leave in lines that do not hold. */
  isExact = true

  constructor(files: Files) {
    this.field = files.field
    this.#files = files
    this.#scratch = files.whenOther.slice()
    this.#most = Math.ceil(mostBytes / (files.whenOther.byteLength + 1))
    const { letters, beginnings, endings, contained } = files
    this.#hasTexts = [letters, beginnings, endings, contained].some((each) => each !== null)
  }

  rowOf(found: Found): Row {
    const files = this.#files
    if (typeof found !== 'object') {
      this.isExact = files.among === null || files.among.has(found)
      return this.#remembered.get(found) ?? this.#rowOfValue(found)
    }
    this.isExact = found === null
    if (found === null) return files.whenAbsent
    if (found instanceof Unreadable) return files.everything
    return isList(found) ? this.#make(found, this.#scratch) : files.everything
  }

  #rowOfValue(value: Scalar): Row {
    const isNamed = this.#files.values.has(value)
    if (!isNamed && !(this.#hasTexts && typeof value === 'string')) return this.#files.whenOther
    // A finding may hold anything; what is remembered must stay small.
    if (this.#fillings >= mostFillings || (typeof value === 'string' && value.length > longest)) {
      return this.#make([value], this.#scratch)
    }
    if (this.#remembered.size >= this.#most) {
      this.#remembered.clear()
      this.#fillings += 1
    }
    const row = this.#make([value], this.#files.whenOther.slice())
    this.#remembered.set(typeof value === 'string' ? ownText(value) : value, row)
    return row
  }

  /** Of several values one that fits is enough; one that is excluded is left to the match itself. */
  #make(list: readonly Scalar[], row: Row): Row {
    const { values, whenOther, letters, beginnings, endings, contained } = this.#files
    row.set(whenOther)
    for (const value of list) {
      const marks = values.get(value)
      if (marks !== undefined && list.length === 1) takeOff(row, marks.off)
      if (marks !== undefined) putOn(row, marks.on)
      if (!this.#hasTexts || typeof value !== 'string') continue
      const visit = (marks: Marks) => putOn(row, marks)
      const same = letters?.get(value.toLowerCase())
      if (same !== undefined) visit(same)
      beginnings?.find(value, visit)
      endings?.find(value, visit)
      contained?.find(value, visit)
    }
    return row
  }
}

/** Characters of the longest value that is remembered. */
const longest = 512
