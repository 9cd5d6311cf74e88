/**
 * Reads values out of a raw body and keeps two records: what could not be read, and, when asked to, where each value
 * came from.
 *
 * `null` and blank text count as absent, so the next path is tried. The first path at which anything else
 * stands decides: a value that cannot be read is never replaced by a value from elsewhere.
 */
import { isJsonObject, type Json } from '../contracts/json.js'

/** Steps into a body. One that begins with `/` starts at the body of the finding, any other at the reader's own item. */
export type Path = readonly (string | number)[]

/** What a parser makes of a value; `null` when it amounts to nothing there. */
export type Parsed<T> = { readonly value: T } | { readonly reason: string } | null

export type Parser<T> = (value: Json) => Parsed<T>

export interface Reader {
  /** The value at the first path where one stands; `null` when absent or unreadable, which `unreadable` tells apart. */
  read<T>(field: string, parse: Parser<T>, ...paths: readonly Path[]): T | null
  /** Records a value that was worked out from what stands at `path`. */
  from(field: string, path: Path): void
  /** Records that a field cannot be read, and returns `null` for it. */
  spoil(field: string, reason: string): null
  /** True once a field was found unreadable. */
  spoiled(field: string): boolean
  /** The path that was read last, as text. */
  lastPlace(): string
  /** Field → why it cannot be read. */
  unreadable(): { readonly [field: string]: string }
  /** Field → path that it was read from, of a reader that records. */
  provenance(): { readonly [field: string]: string }
}

export interface ReaderOptions {
  /** Where the item stands in the body of the finding. */
  readonly base?: Path
  /** The body of the finding, when the item is a part of it. */
  readonly body?: Json
  /** Records where values come from; costs as much again as reading them. */
  readonly records?: boolean
}

export function createReader(item: Json, options: ReaderOptions = {}): Reader {
  return new RawReader(item, options)
}

const nothing = Object.freeze({})

class RawReader implements Reader {
  readonly #item: Json
  readonly #body: Json
  readonly #base: Path
  readonly #places: Map<string, Path> | null
  #reasons: Map<string, string> | null = null
  #last: Path = []

  constructor(item: Json, { base = [], body = item, records = false }: ReaderOptions) {
    this.#item = item
    this.#body = body
    this.#base = base
    this.#places = records ? new Map() : null
  }

  read<T>(field: string, parse: Parser<T>, ...paths: readonly Path[]): T | null {
    for (const path of paths) {
      const value = this.#valueAt(field, path)
      if (value === undefined) continue
      if (value === blocked) return null
      const parsed = parse(value)
      if (parsed === null) continue
      if ('reason' in parsed) return this.spoil(field, `\`${this.#written(path)}\` ${parsed.reason}`)
      this.from(field, path)
      return parsed.value
    }
    return null
  }

  /** The value, `undefined` where nothing stands, `blocked` after spoiling the field where something else is in the way. */
  #valueAt(field: string, path: Path): Json | undefined | typeof blocked {
    const start = path[0] === '/' ? 1 : 0
    let value: Json | undefined = start === 1 ? this.#body : this.#item
    for (let index = start; index < path.length; index++) {
      if (!canStep(value, path[index])) {
        this.spoil(field, `\`${this.#written(path.slice(0, index))}\` is not an object`)
        return blocked
      }
      value = memberOf(value, path[index])
      if (value === undefined || value === null) return undefined
    }
    return value
  }

  from(field: string, path: Path): void {
    this.#last = path
    this.#places?.set(field, path)
  }

  spoil(field: string, reason: string): null {
    this.#places?.delete(field)
    this.#reasons ??= new Map()
    this.#reasons.set(field, reason)
    return null
  }

  spoiled(field: string): boolean {
    return this.#reasons?.has(field) ?? false
  }

  lastPlace(): string {
    return this.#written(this.#last)
  }

  unreadable(): { readonly [field: string]: string } {
    return this.#reasons === null ? nothing : Object.fromEntries(this.#reasons)
  }

  provenance(): { readonly [field: string]: string } {
    return Object.fromEntries([...(this.#places ?? [])].map(([field, path]) => [field, this.#written(path)]))
  }

  #written(path: Path): string {
    return formatPath(path[0] === '/' ? path.slice(1) : [...this.#base, ...path])
  }
}

const blocked = Symbol('blocked')

/** `Resources[0].Tags`, and `unmapped["Severity.Normalized"]` for a key that is no plain name. */
export function formatPath(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(step)) return `[${JSON.stringify(step)}]`
      return index === 0 ? step : `.${step}`
    })
    .join('')
}

/** The own member at a path; `undefined` when nothing or `null` stands there. */
export function valueAt(root: Json, path: Path): Json | undefined {
  let value: Json | undefined = root
  for (const step of path) {
    value = canStep(value, step) ? memberOf(value, step) : undefined
    if (value === undefined || value === null) return undefined
  }
  return value
}

function canStep(owner: Json | undefined, step: string | number | undefined): boolean {
  return typeof step === 'number' ? Array.isArray(owner) : isJsonObject(owner)
}

function memberOf(owner: Json | undefined, step: string | number | undefined): Json | undefined {
  if (typeof step === 'number') return Array.isArray(owner) ? owner[step] : undefined
  return isJsonObject(owner) && step !== undefined && Object.hasOwn(owner, step) ? owner[step] : undefined
}
