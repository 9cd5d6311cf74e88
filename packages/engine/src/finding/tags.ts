/**
 * Tags of a resource, from a map (ASFF), a list of names and values (Security Hub V2) or labels (Security Lake).
 *
 * A tag whose value is no text is unreadable by itself and leaves the others alone; a list that is malformed
 * spoils them all, because nobody can say which tags it would have held.
 */
import { isJsonObject, type Json, own } from '../contracts/json.js'
import { type Path, type Reader, valueAt } from './reader.js'

type Tags = { readonly [key: string]: string }
type Pair = readonly [key: string, value: Json]

/** Reads the tags at the first path where something stands. `root` is what the reader reads. */
export function readTags(reader: Reader, root: Json, ...paths: readonly Path[]): Tags | null {
  for (const path of paths) {
    const value = valueAt(root, path)
    if (value === undefined) continue
    reader.from('tags', path)
    if (isTags(value)) return value
    const place = reader.lastPlace()
    const pairs = pairsOf(value)
    if (typeof pairs === 'string') return reader.spoil('tags', `\`${place}\` ${pairs}`)
    return collect(reader, place, pairs)
  }
  return null
}

/** A map of texts, which needs no work. */
export function isTags(value: Json): value is Tags {
  if (!isJsonObject(value)) return false
  for (const key in value) if (typeof value[key] !== 'string') return false
  return true
}

function collect(reader: Reader, place: string, pairs: readonly Pair[]): Tags {
  const tags = new Map<string, string>()
  const spoiled = new Set<string>()
  const spoil = (key: string, reason: string) => {
    spoiled.add(key)
    tags.delete(key)
    reader.spoil(`tags.${key}`, `\`${place}\` ${reason}`)
  }
  for (const [key, value] of pairs) {
    if (typeof value !== 'string') spoil(key, 'has this tag with a value that is not a string')
    else if (tags.has(key) && tags.get(key) !== value) spoil(key, 'has this tag twice with different values')
    else if (!spoiled.has(key)) tags.set(key, value)
  }
  return Object.fromEntries(tags)
}

/** The pairs, or why there are none. */
function pairsOf(value: Json): readonly Pair[] | string {
  if (isJsonObject(value)) return Object.entries(value)
  if (!Array.isArray(value)) return 'is neither a map nor a list'
  const pairs: Pair[] = []
  for (const item of value) {
    const pair = typeof item === 'string' ? labelPair(item) : namedPair(item)
    if (pair === null) return 'holds an item that is not a tag'
    pairs.push(pair)
  }
  return pairs
}

/** `{name, value}`; without a value the tag is there and empty. */
function namedPair(item: Json): Pair | null {
  const name = own(item, 'name') ?? own(item, 'Key')
  return typeof name === 'string' ? [name, own(item, 'value') ?? own(item, 'Value') ?? ''] : null
}

/** `key=value`, or `key:value` as long as there is one colon only: keys of AWS hold colons themselves. */
function labelPair(label: string): Pair | null {
  const equals = label.indexOf('=')
  if (equals > 0) return [label.slice(0, equals), label.slice(equals + 1)]
  const [key = '', value, ...rest] = label.split(':')
  return key === '' || value === undefined || rest.length > 0 ? null : [key, value]
}
