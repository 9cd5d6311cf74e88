/**
 * Reads from the text of a JSON object the members that are wanted, and steps over all others.
 *
 * What is stepped over is not checked: only text that is known to be JSON is given to this. The time goes into walking
 * along the text, so names are compared where they stand and never taken out of it.
 */
import type { Json, JsonObject } from '../contracts/json.js'

/**
 * What to do about members by name: take all that is in one, or some of its own members (of each item, for a list); note
 * that it is there, as `null`; or give up, because the object is of another kind. Any other member is left out.
 */
export interface Wanted {
  readonly [member: string]: 'take' | 'note' | 'stop' | Wanted
}

/** Wanted members, made ready. */
export interface Table {
  /** By the length of the name. */
  readonly byLength: readonly (readonly Entry[] | undefined)[]
}

interface Entry {
  readonly name: string
  /** Code of the first character of the name. */
  readonly first: number
  readonly want: 'take' | 'note' | 'stop' | Table
}

export function tableOf(wanted: Wanted): Table {
  const byLength: Entry[][] = []
  for (const [name, want] of Object.entries(wanted)) {
    byLength[name.length] ??= []
    byLength[name.length]?.push({
      name,
      first: name.charCodeAt(0),
      want: typeof want === 'string' ? want : tableOf(want),
    })
  }
  return { byLength }
}

/**
 * The wanted members, or `null` where the text has to be parsed whole: it is no object, is nested deeper than `deepest`,
 * has a name that is written with escapes, or one to stop at. Of a name that comes twice the last one counts, as in
 * `JSON.parse`.
 */
export function skimJson(text: string, table: Table, deepest: number): JsonObject | null {
  const skimmer = new Skimmer(text, deepest)
  const value = skimmer.object(table)
  return skimmer.isAtEnd() ? value : null
}

const quote = 34
const backslash = 92
const comma = 44
const braceOpen = 123
const braceClose = 125
const bracketOpen = 91
const bracketClose = 93

class Skimmer {
  readonly #text: string
  readonly #deepest: number
  #at = 0
  #depth = 0
  #failed = false
  /** The next backslash from where a string began last; most texts have none. */
  #backslash: number

  constructor(text: string, deepest: number) {
    this.#text = text
    this.#deepest = deepest
    this.#backslash = text.indexOf('\\')
  }

  isAtEnd(): boolean {
    this.#next()
    return !this.#failed && this.#at === this.#text.length
  }

  /** Members of the object at hand; `null` after failing. */
  object(table: Table): JsonObject | null {
    if (!this.#enter(braceOpen)) return null
    const found: { [member: string]: Json } = {}
    let code = this.#next()
    while (code === quote && !this.#failed) {
      const entry = this.#entry(table)
      if (entry === null) this.#stepOver()
      else if (entry.want === 'stop') this.#failed = true
      else found[entry.name] = this.#value(entry.want)
      code = this.#next()
      if (code !== comma) break
      this.#at += 1
      code = this.#next()
    }
    this.#leave(code, braceClose)
    return this.#failed ? null : found
  }

  #list(table: Table): Json {
    if (!this.#enter(bracketOpen)) return null
    const items: Json[] = []
    let code = this.#next()
    while (code !== bracketClose && !this.#failed) {
      items.push(this.#value(table))
      code = this.#next()
      if (code !== comma) break
      this.#at += 1
      code = this.#next()
    }
    this.#leave(code, bracketClose)
    return items
  }

  #enter(opening: number): boolean {
    this.#depth += 1
    if (this.#next() !== opening || this.#depth > this.#deepest) this.#failed = true
    this.#at += 1
    return !this.#failed
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
    this.#next()
    const entries = byLength[length]
    if (entries === undefined) return null
    const first = this.#text.charCodeAt(start)
    for (let index = 0; index < entries.length; index++) {
      const entry = entries[index]
      if (entry !== undefined && entry.first === first && this.#text.startsWith(entry.name, start)) return entry
    }
    return null
  }

  #value(want: 'take' | 'note' | Table): Json {
    if (want === 'note') return this.#stepOver()
    const code = this.#next()
    if (want !== 'take' && code === braceOpen) return this.object(want)
    if (want !== 'take' && code === bracketOpen) return this.#list(want)
    const start = this.#at
    if (code === quote && !this.#skipString()) return this.#text.slice(start + 1, this.#at - 1)
    if (code !== quote) this.#stepOver()
    return this.#failed ? null : this.#parse(start)
  }

  #parse(start: number): Json {
    try {
      const value: Json = JSON.parse(this.#text.slice(start, this.#at))
      return value
    } catch {
      this.#failed = true
      return null
    }
  }

  /** Steps over one value, of any kind. */
  #stepOver(): null {
    const text = this.#text
    const code = text.charCodeAt(this.#at)
    if (code === quote) this.#skipString()
    else if (code === braceOpen || code === bracketOpen) this.#skipContainer()
    else while (this.#at < text.length && !endsScalar(text.charCodeAt(this.#at))) this.#at += 1
    return null
  }

  #skipContainer(): void {
    const text = this.#text
    const outer = this.#depth
    let depth = outer
    let at = this.#at
    do {
      const code = text.charCodeAt(at)
      at += 1
      if (code === quote) {
        this.#at = at - 1
        this.#skipString()
        at = this.#at
      } else if (code === braceOpen || code === bracketOpen) {
        depth += 1
        if (depth > this.#deepest) this.#failed = true
      } else if (code === braceClose || code === bracketClose) depth -= 1
    } while (depth > outer && at < text.length && !this.#failed)
    this.#at = at
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
    let at = this.#backslash
    while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1
    if (at >= text.length) this.#failed = true
    this.#at = at + 1
    return true
  }

  /** Goes to what is no white space, and gives its code. */
  #next(): number {
    let code = this.#text.charCodeAt(this.#at)
    while (code === 32 || code === 10 || code === 13 || code === 9) {
      this.#at += 1
      code = this.#text.charCodeAt(this.#at)
    }
    return code
  }
}

/** True for what follows a number, `true`, `false` or `null`. */
function endsScalar(code: number): boolean {
  return code === comma || code === braceClose || code === bracketClose || code <= 32
}
