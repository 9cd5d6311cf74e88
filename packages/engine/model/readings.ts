/**
 * How single members of a raw finding are read.
 *
 * A reading is a list of values; an empty one is absence, and `unreadable` is something that is there in a wrong form.
 */

export type Scalar = string | number | boolean
export type Reading = readonly Scalar[] | 'unreadable'

/** Stands for a member of what has none: a text, a number, a list. */
export const broken = Symbol('broken')

/** A member of own members; `broken` where there is something that has none. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  const [key, ...rest] = path
  if (key === undefined || value === undefined || value === null) return value
  if (typeof value !== 'object' || Array.isArray(value)) return broken
  return at(Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined, ...rest)
}

export function text(value: unknown): Reading {
  if (value === undefined || value === null) return []
  if (typeof value !== 'string') return 'unreadable'
  return value.trim() === '' ? [] : [value]
}

/** `global` is no Region to act in. */
export function regionOf(value: unknown): Reading {
  const region = text(value)
  return region[0] === 'global' ? [] : region
}

export function texts(value: unknown): Reading {
  if (value === undefined || value === null) return []
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : 'unreadable'
}

export function oneOf(value: unknown, words: readonly string[]): Reading {
  const word = text(value)
  return word.length === 0 || words.includes(String(word[0])) ? word : 'unreadable'
}

/** OCSF's enumerations, which count from one. */
export function byNumber(value: unknown, words: readonly string[]): Reading {
  if (text(value).length === 0) return []
  const word = typeof value === 'number' ? words[value - 1] : undefined
  return word === undefined ? 'unreadable' : [word]
}

export function number(value: unknown): Reading {
  const said = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (said === undefined || said === null) return []
  return typeof said === 'number' && said >= 0 && said <= 100 ? [said] : 'unreadable'
}

export function account(value: unknown): Reading {
  const id = text(value)
  return id.length === 0 || /^\d{12}$/.test(String(id[0])) ? id : 'unreadable'
}

export function time(value: unknown): Reading {
  if (typeof value === 'number') return [new Date(value * 1000).toISOString()]
  const said = text(value)
  if (said === 'unreadable' || said.length === 0) return said
  const moment = instant(String(said[0]))
  return moment === null ? 'unreadable' : [new Date(moment).toISOString()]
}

/** Milliseconds since 1970 of an ISO 8601 time, or `null`. */
export function instant(said: string): number | null {
  const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/
  const [, day, clock, fraction = '', zone = 'Z'] = form.exec(said) ?? []
  if (new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day) return null
  const moment = Date.parse(`${day}T${clock}${fraction.slice(0, 4)}${zone.replace(/^(.\d\d)(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(moment) ? null : moment
}

export function orElse(reading: Reading, otherwise: Reading): Reading {
  return reading.length === 0 ? otherwise : reading
}

/** A Region that is none of its partition cannot be read. */
export function placed(region: Reading, partition: Reading): Reading {
  if (region === 'unreadable' || partition === 'unreadable' || region.length === 0 || partition.length === 0)
    return region
  return isRegionOf(String(region[0]), String(partition[0])) ? region : 'unreadable'
}

export function isRegionOf(region: string, partition: string): boolean {
  return /^(cn|us-gov)-/.exec(region)?.[1] === (partition === 'aws' ? undefined : partition.slice('aws-'.length))
}
