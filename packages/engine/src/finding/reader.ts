/**
 * Reads values out of a raw body and keeps two records: where each came from, and what could not be read.
 *
 * `null` and blank text count as absent, so the next path is tried. The first path at which anything else
 * stands decides: a value that cannot be read is never replaced by a value from elsewhere.
 */
import { isJsonObject, type Json, type JsonObject } from '../contracts/json.js'

export type Path = readonly (string | number)[]

/** What a parser makes of a value; `null` when it amounts to nothing there. */
export type Parsed<T> = { readonly value: T } | { readonly reason: string } | null

export type Parser<T> = (value: Json) => Parsed<T>

export interface Reader {
  /** The value at the first path where one stands; `null` when absent or unreadable, which `notes` tells apart. */
  read<T>(field: string, parse: Parser<T>, ...paths: readonly Path[]): T | null
  /** Records a value that was worked out from what stands at `path`. */
  from(field: string, path: Path): void
  /** Records that a field cannot be read, and returns `null` for it. */
  spoil(field: string, reason: string): null
  /** True once a field was found unreadable. */
  spoiled(field: string): boolean
  /** Path that a field was read from, as text; `null` when it was not. */
  placeOf(field: string): string | null
  notes(): {
    readonly unreadable: { readonly [field: string]: string }
    readonly provenance: { readonly [field: string]: string }
  }
}

export function createReader(root: JsonObject): Reader {
  const unreadable = new Map<string, string>()
  const provenance = new Map<string, string>()
  const spoil = (field: string, reason: string) => {
    provenance.delete(field)
    unreadable.set(field, reason)
    return null
  }
  return {
    read(field, parse, ...paths) {
      for (const path of paths) {
        const found = lookUp(root, path)
        if (found === undefined) continue
        if ('blocked' in found) return spoil(field, `\`${formatPath(found.blocked)}\` is not an object`)
        const parsed = parse(found.value)
        if (parsed === null) continue
        if ('reason' in parsed) return spoil(field, `\`${formatPath(path)}\` ${parsed.reason}`)
        provenance.set(field, formatPath(path))
        return parsed.value
      }
      return null
    },
    from: (field, path) => void provenance.set(field, formatPath(path)),
    spoil,
    spoiled: (field) => unreadable.has(field),
    placeOf: (field) => provenance.get(field) ?? null,
    notes: () => ({ unreadable: Object.fromEntries(unreadable), provenance: Object.fromEntries(provenance) }),
  }
}

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
  const found = lookUp(root, path)
  return found === undefined || 'blocked' in found ? undefined : found.value
}

function lookUp(root: Json, path: Path): { readonly value: Json } | { readonly blocked: Path } | undefined {
  let value: Json | undefined = root
  for (const [index, step] of path.entries()) {
    const owner: Json = value
    if (typeof step === 'number' && Array.isArray(owner)) value = owner[step]
    else if (typeof step === 'string' && isJsonObject(owner))
      value = Object.hasOwn(owner, step) ? owner[step] : undefined
    else return { blocked: path.slice(0, index) }
    if (value === undefined || value === null) return undefined
  }
  return { value }
}
