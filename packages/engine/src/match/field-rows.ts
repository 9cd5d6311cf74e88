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
import type { NumberRanges } from './number-ranges.js'
import { putOn, type Row, takeOff } from './row.js'
import type { RowStore } from './row-store.js'

/** Where the clauses on one field are filed; `file-clauses.ts` makes it. */
export interface Files {
  readonly field: Field
  /** Where the row of an absent field begins in the store. */
  readonly whenAbsent: number
  /** The row of a value that no clause names. */
  readonly whenOther: Row
  /** Where the row begins that rules out nothing. */
  readonly everything: number
  /** What a value changes in the row of all other values. */
  readonly values: ReadonlyMap<Scalar, { readonly on: Marks; readonly off: Marks }>
  /** By a text in lower case that the value must be, upper and lower case aside; `null` where no clause asks so. */
  readonly letters: ReadonlyMap<string, Marks> | null
  /** Lines whose clause takes every text that begins, or ends, so. */
  readonly beginnings: AffixTree<Marks> | null
  readonly endings: AffixTree<Marks> | null
  /** Lines whose clause takes no text without this in it. */
  readonly contained: ContainedTexts<Marks> | null
  /** Lines whose clause takes the numbers of a range. */
  readonly numbers: NumberRanges<Marks> | null
  /** The only values that there are; any other one is a doubt. `null` where there may be any. */
  readonly among: ReadonlySet<Scalar> | null
}

/** Stands for the row of a value that has not come yet. */
const unmade = -1

/** Characters of the longest text that is remembered. */
const longest = 512

/** Gives the row of what stands in a field. It is good until the next one is asked for. */
export class FieldRows {
  readonly field: Field
  readonly #files: Files
  readonly #store: RowStore
  readonly #whenOther: number
  /** Where rows are put that are not remembered. */
  readonly #unremembered: number
  /** Where the rows of values begin: those that clauses name, if only as `unmade`, and others that came before. */
  readonly #rows: Map<Scalar, number>
  /** Where the rows of numbers begin, by the stretch of a number. */
  readonly #stretches = new Map<number, number>()
  /** The row that is being made. */
  readonly #row: Row
  readonly #hasTexts: boolean
  /** False when the row that was given last may leave in lines that do not hold. */
  isExact = true

  constructor(files: Files, store: RowStore) {
    this.field = files.field
    this.#files = files
    this.#store = store
    this.#whenOther = store.keep(files.whenOther)
    this.#unremembered = store.reserve()
    this.#row = files.whenOther.slice()
    this.#rows = new Map(Array.from(files.values.keys(), (value) => [value, unmade]))
    const { letters, beginnings, endings, contained } = files
    this.#hasTexts = [letters, beginnings, endings, contained].some((each) => each !== null)
  }

  /** Where the row begins in the store. */
  rowOf(found: Found): number {
    if (typeof found !== 'object') {
      const { among, numbers } = this.#files
      this.isExact = among === null || among.has(found)
      if (typeof found === 'number' && numbers !== null) return this.#rowOfNumber(found, numbers.stretchOf(found))
      const known = this.#rows.get(found)
      return known === undefined || known === unmade ? this.#rowOfValue(found, known) : known
    }
    this.isExact = found === null
    if (found === null) return this.#files.whenAbsent
    if (found instanceof Unreadable || !isList(found)) return this.#files.everything
    this.#make(found)
    return this.#unrememberedRow()
  }

  #rowOfNumber(number: number, stretch: number): number {
    const known = this.#stretches.get(stretch)
    if (known !== undefined) return known
    this.#make([number])
    const start = stretch < 0 ? null : this.#store.remember(this.#row, 0)
    if (start === null) return this.#unrememberedRow()
    this.#stretches.set(stretch, start)
    return start
  }

  #rowOfValue(value: Scalar, known: number | undefined): number {
    if (known === undefined && !(this.#hasTexts && typeof value === 'string')) return this.#whenOther
    this.#make([value])
    return this.#remember(value) ?? this.#unrememberedRow()
  }

  /** A finding may hold anything; what is remembered must stay small. */
  #remember(value: Scalar): number | null {
    const characters = typeof value === 'string' ? value.length : 0
    const start = characters > longest ? null : this.#store.remember(this.#row, characters)
    if (start !== null) this.#rows.set(typeof value === 'string' ? ownText(value) : value, start)
    return start
  }

  #unrememberedRow(): number {
    this.#store.write(this.#row, this.#unremembered)
    return this.#unremembered
  }

  /** Of several values one that fits is enough; one that is excluded is left to the match itself. */
  #make(list: readonly Scalar[]): void {
    const row = this.#row
    const { values, whenOther, letters, beginnings, endings, contained, numbers } = this.#files
    row.set(whenOther)
    for (const value of list) {
      const marks = values.get(value)
      if (marks !== undefined && list.length === 1) takeOff(row, marks.off)
      if (marks !== undefined) putOn(row, marks.on)
      const visit = (marks: Marks) => putOn(row, marks)
      if (typeof value === 'number') numbers?.find(value, visit)
      if (!this.#hasTexts || typeof value !== 'string') continue
      const same = letters?.get(value.toLowerCase())
      if (same !== undefined) visit(same)
      beginnings?.find(value, visit)
      endings?.find(value, visit)
      contained?.find(value, visit)
    }
  }
}
