/**
 * Goes along the text of an ASFF finding and notes where its members stand, without reading them.
 *
 * What is stepped over is not checked: only text that is known to be JSON is given to this. The time goes into walking
 * along the text, so it is walked as bytes, and names are compared where they stand.
 */

import { body, type Entry, noBody, noResource, resource, type Table } from './asff-table.js'
import { maxDepth, maxResources } from './limits.js'
import { absent, blocked, mostCharacters, type Places, placeOf } from './places.js'

/** A finding of which the places are known. */
export interface Skimmed {
  readonly body: Places
  readonly resources: readonly Places[]
  /** True where a backslash stands anywhere in the text. */
  readonly hasEscapes: boolean
}

/**
 * The places, or `null` where the text has to be parsed whole: it is no ASFF finding or carries findings, is nested too
 * deep, is too long, or has characters beyond ASCII or a name that is written with escapes. Of a name that comes twice
 * the last one counts, as in `JSON.parse`.
 */
export function skimAsff(text: string): Skimmed | null {
  if (text.length > mostCharacters) return null
  const { read, written } = encoder.encodeInto(text, bytes)
  // Only if each character is one byte do both have the same places.
  if (read !== text.length || written !== read) return null
  bytes[written] = 0
  return new Skimmer(text).finding()
}

const encoder = new TextEncoder()

/** The text at hand, whose bytes are read three times as fast as its characters; a zero stands behind the last one. */
const bytes = new Uint8Array(mostCharacters + 1)

// Not shared with other files: an imported constant is fetched each time, which is a twentieth of the work here.
const quote = 34
const backslash = 92
const comma = 44
const braceOpen = 123
const braceClose = 125
const bracketOpen = 91
const bracketClose = 93

class Skimmer {
  readonly #text: string
  readonly #hasEscapes: boolean
  #depth = 0
  #failed = false
  #resources: Places[] | null = null
  /** The next backslash from where a string began last; most texts have none. */
  #backslash: number

  constructor(text: string) {
    this.#text = text
    this.#backslash = text.indexOf('\\')
    this.#hasEscapes = this.#backslash !== -1
  }

  finding(): Skimmed | null {
    const places = noBody.slice()
    const end = behindSpace(this.#object(body, places, behindSpace(0)))
    if (this.#failed || end !== this.#text.length || this.#resources === null) return null
    return { body: places, resources: this.#resources, hasEscapes: this.#hasEscapes }
  }

  // Each of these begins at a place in the text and gives the place behind what it read.

  #object(table: Table, places: Places, start: number): number {
    let at = this.#enter(start, braceOpen)
    while (bytes[at] === quote && !this.#failed) {
      const name = at + 1
      at = this.#name(at)
      const entry = entryAt(table, name, at - 1)
      at = behindSpace(behindSpace(at) + 1)
      at = behindSpace(entry === null ? this.#value(at) : this.#member(entry, places, at))
      if (bytes[at] !== comma) break
      at = behindSpace(at + 1)
    }
    return this.#leave(at, braceClose)
  }

  #member({ member, inside, kind }: Entry, places: Places, start: number): number {
    if (kind === 'resources') return this.#list(start)
    if (kind === 'other') this.#failed = true
    const isObject = bytes[start] === braceOpen
    if (inside !== null) {
      // Of an object that comes twice only the last one counts.
      for (const each of inside.members) places[each] = isObject ? absent : blocked
    }
    const end = inside !== null && isObject ? this.#object(inside, places, start) : this.#value(start)
    if (member !== null) places[member] = placeOf(start, end)
    return end
  }

  #list(start: number): number {
    const resources: Places[] = []
    let at = this.#enter(start, bracketOpen)
    while (bytes[at] === braceOpen && !this.#failed) {
      const places = noResource.slice()
      at = behindSpace(this.#object(resource, places, at))
      resources.push(places)
      if (bytes[at] !== comma) break
      at = behindSpace(at + 1)
    }
    if (resources.length > maxResources) this.#failed = true
    this.#resources = resources
    return this.#leave(at, bracketClose)
  }

  /** Goes into an object or list, to what comes first in it. */
  #enter(start: number, opening: number): number {
    this.#depth += 1
    if (bytes[start] !== opening || this.#depth > maxDepth) this.#failed = true
    return behindSpace(start + 1)
  }

  #leave(at: number, closing: number): number {
    if (bytes[at] !== closing) this.#failed = true
    this.#depth -= 1
    return at + 1
  }

  /** A value of any kind. */
  #value(start: number): number {
    const code = bytes[start]
    if (code === quote) return this.#string(start)
    if (code === braceOpen || code === bracketOpen) return this.#container(start)
    let at = start
    while (!endsScalar(bytes[at] ?? 0)) at += 1
    return at
  }

  #container(start: number): number {
    let depth = this.#depth
    let at = start
    do {
      const code = bytes[at] ?? 0
      if (code === quote) {
        at = this.#string(at)
        continue
      }
      at += 1
      if (code === braceOpen || code === bracketOpen) {
        depth += 1
        if (depth > maxDepth) this.#failed = true
      } else if (code === braceClose || code === bracketClose) depth -= 1
      else if (code === 0) this.#failed = true
    } while (depth > this.#depth && !this.#failed)
    return at
  }

  /** A string without escapes. */
  #name(start: number): number {
    const end = this.#string(start)
    if (this.#backslash !== -1 && this.#backslash < end) this.#failed = true
    return end
  }

  #string(start: number): number {
    const end = this.#text.indexOf('"', start + 1)
    if (end === -1) this.#failed = true
    return this.#hasEscapes ? this.#escaped(start, end) : end + 1
  }

  /** The same of a string whose next quote stands at `end`, before which there may be a backslash. */
  #escaped(start: number, end: number): number {
    const text = this.#text
    if (this.#backslash !== -1 && this.#backslash <= start) this.#backslash = text.indexOf('\\', start)
    if (this.#backslash === -1 || this.#backslash > end) return end + 1
    let at = this.#backslash
    while (at < text.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1
    if (at >= text.length) this.#failed = true
    return at + 1
  }
}

/** The place of what is no white space. */
function behindSpace(start: number): number {
  let at = start
  while (bytes[at] === 32 || bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 9) at += 1
  return at
}

/** The entry of the name that stands between these places, `null` where there is none. */
function entryAt({ byLength }: Table, start: number, end: number): Entry | null {
  const entries = byLength[end - start]
  if (entries === undefined) return null
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]
    if (entry !== undefined && standsAt(entry.name, start)) return entry
  }
  return null
}

function standsAt(name: Uint8Array, start: number): boolean {
  for (let index = 0; index < name.length; index++) if (name[index] !== bytes[start + index]) return false
  return true
}

/** True for what follows a number, `true`, `false` or `null`, and for the end. */
function endsScalar(code: number): boolean {
  return code === comma || code === braceClose || code === bracketClose || code <= 32
}
