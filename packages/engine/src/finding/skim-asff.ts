/**
 * Goes along the text of an ASFF finding and notes where its members stand, without reading them.
 *
 * What is stepped over is not checked: only text that is known to be JSON is given to this. The time goes into walking
 * along the text, so it is walked as bytes, and names are compared where they stand.
 */

import { body, type Entry, noBody, noResource, resource, type Table } from './asff-table.js'
import { maxBytes, maxDepth, maxResources } from './limits.js'
import { absent, blocked, type Places } from './places.js'

/** A finding of which the places are known. */
export interface Skimmed {
  readonly body: Places
  readonly resources: readonly Places[]
}

/**
 * The places, or `null` where the text has to be parsed whole: it is no ASFF finding or carries findings, is nested too
 * deep, or has characters beyond ASCII or a name that is written with escapes. Of a name that comes twice the last one
 * counts, as in `JSON.parse`.
 */
export function skimAsff(text: string): Skimmed | null {
  if (text.length >= maxBytes) return null
  const { written } = encoder.encodeInto(text, bytes)
  // Then each character is one byte, and both have the same places.
  if (written !== text.length) return null
  bytes[written] = 0
  return new Skimmer(text).finding()
}

const encoder = new TextEncoder()

/** The text at hand, whose bytes are read three times as fast as its characters; a zero stands behind the last one. */
const bytes = new Uint8Array(maxBytes)

const quote = 34
const backslash = 92
const comma = 44
const braceOpen = 123
const braceClose = 125
const bracketOpen = 91
const bracketClose = 93

class Skimmer {
  readonly #text: string
  #at = 0
  #depth = 0
  #failed = false
  #resources: Places[] | null = null
  /** The next backslash from where a string began last; most texts have none. */
  #backslash: number

  constructor(text: string) {
    this.#text = text
    this.#backslash = text.indexOf('\\')
  }

  finding(): Skimmed | null {
    const places = noBody.slice()
    this.#object(body, places)
    this.#next()
    if (this.#failed || this.#at !== this.#text.length || this.#resources === null) return null
    return { body: places, resources: this.#resources }
  }

  #object(table: Table, places: Places): void {
    let code = this.#enter(braceOpen)
    while (code === quote && !this.#failed) {
      const entry = this.#entry(table)
      if (entry === null) this.#stepOver()
      else this.#member(entry, places)
      code = this.#next()
      if (code !== comma) break
      this.#at += 1
      code = this.#next()
    }
    this.#leave(code, braceClose)
  }

  #member({ place, inside, kind }: Entry, places: Places): void {
    if (kind === 'resources') {
      this.#list()
      return
    }
    if (kind === 'other') this.#failed = true
    const isObject = this.#next() === braceOpen
    const start = this.#at
    if (inside !== null) {
      // Of an object that comes twice only the last one counts.
      for (const each of inside.places) places[each * 2] = isObject ? absent : blocked
    }
    if (inside !== null && isObject) this.#object(inside, places)
    else this.#stepOver()
    if (place !== null) {
      places[place * 2] = start
      places[place * 2 + 1] = this.#at
    }
  }

  #list(): void {
    const resources: Places[] = []
    let code = this.#enter(bracketOpen)
    while (code === braceOpen && !this.#failed) {
      const places = noResource.slice()
      this.#object(resource, places)
      resources.push(places)
      code = this.#next()
      if (code !== comma) break
      this.#at += 1
      code = this.#next()
    }
    this.#leave(code, bracketClose)
    if (resources.length > maxResources) this.#failed = true
    this.#resources = resources
  }

  /** Goes into an object or list; the code of what comes first in it. */
  #enter(opening: number): number {
    this.#depth += 1
    if (this.#next() !== opening || this.#depth > maxDepth) this.#failed = true
    this.#at += 1
    return this.#next()
  }

  #leave(code: number, closing: number): void {
    if (code !== closing) this.#failed = true
    this.#at += 1
    this.#depth -= 1
  }

  /** Goes behind a name and its colon; the entry of the name, `null` where there is none. */
  #entry({ byLength }: Table): Entry | null {
    const start = this.#at + 1
    if (this.#skipString()) this.#failed = true
    const length = this.#at - 1 - start
    this.#next()
    this.#at += 1
    const entries = byLength[length]
    if (entries === undefined) return null
    for (let index = 0; index < entries.length; index++) {
      const entry = entries[index]
      if (entry !== undefined && standsAt(entry.name, start)) return entry
    }
    return null
  }

  /** Steps over one value, of any kind. */
  #stepOver(): void {
    const code = this.#next()
    if (code === quote) this.#skipString()
    else if (code === braceOpen || code === bracketOpen) this.#skipContainer()
    else {
      let to = this.#at
      while (!endsScalar(bytes[to] ?? 0)) to += 1
      this.#at = to
    }
  }

  #skipContainer(): void {
    let depth = this.#depth
    let to = this.#at
    do {
      const code = bytes[to] ?? 0
      to += 1
      if (code === quote) {
        this.#at = to - 1
        this.#skipString()
        to = this.#at
      } else if (code === braceOpen || code === bracketOpen) {
        depth += 1
        if (depth > maxDepth) this.#failed = true
      } else if (code === braceClose || code === bracketClose) depth -= 1
      else if (code === 0) this.#failed = true
    } while (depth > this.#depth && !this.#failed)
    this.#at = to
  }

  /** Steps over a string; true if it has escapes. */
  #skipString(): boolean {
    const text = this.#text
    const start = this.#at + 1
    const end = text.indexOf('"', start)
    if (this.#backslash !== -1 && this.#backslash < start) this.#backslash = text.indexOf('\\', start)
    if (this.#backslash === -1 || this.#backslash > end) {
      if (end === -1) this.#failed = true
      this.#at = end + 1
      return false
    }
    let to = this.#backslash
    while (to < text.length && bytes[to] !== quote) to += bytes[to] === backslash ? 2 : 1
    if (to >= text.length) this.#failed = true
    this.#at = to + 1
    return true
  }

  /** Goes to what is no white space, and gives its code. */
  #next(): number {
    let code = bytes[this.#at] ?? 0
    while (code === 32 || code === 10 || code === 13 || code === 9) {
      this.#at += 1
      code = bytes[this.#at] ?? 0
    }
    return code
  }
}

function standsAt(name: Uint8Array, start: number): boolean {
  for (let index = 0; index < name.length; index++) if (name[index] !== bytes[start + index]) return false
  return true
}

/** True for what follows a number, `true`, `false` or `null`, and for the end. */
function endsScalar(code: number): boolean {
  return code === comma || code === braceClose || code === bracketClose || code <= 32
}
