/**
 * Finds, among many ranges of numbers, those that a number lies in.
 *
 * The bounds of all ranges part the numbers into stretches: each bound by itself, and what lies between two. All numbers of a
 * stretch lie in the same ranges, so that what was found for one of them holds for all.
 */
import type { Bound } from '../contracts/predicate.js'
import { isWithin } from './is-within.js'

interface Range<Item> {
  readonly bounds: readonly Bound[]
  readonly item: Item
}

export class NumberRanges<Item> {
  readonly #ranges = new Map<string, Range<Item>>()
  readonly #parting = new Set<number>()
  /** In order; made when it is first needed, after the last range. */
  #sorted: Float64Array | null = null

  /** The item of this range; `make` gives the first. */
  at(bounds: readonly Bound[], make: () => Item): Item {
    const key = bounds.map(({ sign, number }) => `${sign} ${number}`).join()
    const known = this.#ranges.get(key)
    if (known !== undefined) return known.item
    const item = make()
    this.#ranges.set(key, { bounds, item })
    for (const { number } of bounds) this.part(number)
    return item
  }

  /** Makes a number a stretch by itself. */
  part(number: number): void {
    this.#parting.add(number)
    this.#sorted = null
  }

  /** The stretch of a number, counted from 0; -1 for NaN, which is on none. */
  stretchOf(number: number): number {
    if (Number.isNaN(number)) return -1
    this.#sorted ??= Float64Array.from(this.#parting).sort()
    const sorted = this.#sorted
    let from = 0
    let to = sorted.length
    while (from < to) {
      const middle = (from + to) >> 1
      if ((sorted[middle] ?? 0) < number) from = middle + 1
      else to = middle
    }
    return from * 2 + Number(sorted[from] === number)
  }

  /** Hands over the item of each range that the number lies in. */
  find(number: number, visit: (item: Item) => void): void {
    for (const { bounds, item } of this.#ranges.values()) if (isWithin(number, bounds)) visit(item)
  }
}
