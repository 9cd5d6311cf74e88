/**
 * Finds, among many texts, those that stand anywhere in a longer one.
 *
 * Each is filed under four characters of it that few others have. Going along a text, every four characters are looked up;
 * what is filed there is then looked for.
 */

export interface ContainedTexts<Item> {
  /** The item of this text; `make` gives the first. Texts shorter than `shortest` cannot be filed. */
  at(text: string, make: () => Item): Item
  /** Hands over the item of each text that stands in this one, once. */
  find(text: string, visit: (item: Item) => void): void
}

/** Characters that a text must have to be filed. */
export const shortest = 4

interface Entry<Item> {
  readonly text: string
  readonly item: Item
}

interface Drawer<Item> {
  readonly entries: Entry<Item>[]
  /** The search that it was opened in last: a text may have the same four characters many times. */
  openedIn: number
}

export function createContainedTexts<Item>(): ContainedTexts<Item> {
  const drawers = new Map<number, Drawer<Item>>()
  const known = new Map<string, Item>()
  const filter = new Filter()
  let search = 0

  return {
    at(text, make) {
      const found = known.get(text)
      if (found !== undefined) return found
      const item = make()
      known.set(text, item)
      const key = emptiest(text, (each) => drawers.get(each)?.entries.length ?? 0)
      const drawer = drawers.get(key) ?? { entries: [], openedIn: 0 }
      drawer.entries.push({ text, item })
      drawers.set(key, drawer)
      filter.add(key)
      return item
    },
    find(text, visit) {
      search += 1
      let key = 0
      for (let at = 0; at < text.length; at++) {
        key = (key << 8) ^ text.charCodeAt(at)
        if (at < shortest - 1 || !filter.mayHave(key)) continue
        const drawer = drawers.get(key)
        if (drawer === undefined || drawer.openedIn === search) continue
        drawer.openedIn = search
        for (const entry of drawer.entries) if (text.includes(entry.text)) visit(entry.item)
      }
    },
  }
}

/** The key of the four characters that the least is filed under. */
function emptiest(text: string, sizeOf: (key: number) => number): number {
  let chosen = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + shortest <= text.length; at++) {
    const key = keyAt(text, at)
    const size = sizeOf(key)
    if (size >= least) continue
    chosen = key
    least = size
  }
  return chosen
}

function keyAt(text: string, at: number): number {
  let key = 0
  for (let index = at; index < at + shortest; index++) key = (key << 8) ^ text.charCodeAt(index)
  return key
}

/** Tells of most keys that nothing is filed under them, in a table so small that it stays in the cache. */
class Filter {
  readonly #bits = new Int32Array(2 ** 11)

  add(key: number): void {
    const place = placeOf(key)
    this.#bits[place >> 5] = (this.#bits[place >> 5] ?? 0) | (1 << (place & 31))
  }

  mayHave(key: number): boolean {
    const place = placeOf(key)
    return ((this.#bits[place >> 5] ?? 0) & (1 << (place & 31))) !== 0
  }
}

/** One of 65,536 places. */
function placeOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 16
}
