/**
 * Reads a single member without a reader, where that is plain: it is not there, or it is as it should be.
 *
 * `undefined` says that a reader has to look: `null`, blank text, a value of another form, something in the way.
 */
import { isJsonObject, type Json, type JsonObject } from '../contracts/json.js'
import type { Parser } from './reader.js'
import { isBlank, score } from './values.js'

/** The value, `null` where there is none, `undefined` where it is not plain. */
export function quick<T>(value: Json | undefined, parse: Parser<T>): T | null | undefined {
  if (value === undefined) return null
  const parsed = value === null ? null : parse(value)
  return parsed === null || 'reason' in parsed ? undefined : parsed.value
}

/** The same for text. */
export function quickText(value: Json | undefined): string | null | undefined {
  if (value === undefined) return null
  return typeof value === 'string' && !isBlank(value) ? value : undefined
}

/** A score that is absent may still be among what the provider gave: then a reader has to look. */
export function quickScore(own: Json | undefined, provided: Json | undefined): number | null | undefined {
  const value = quick(own, score)
  return value === null && provided !== undefined ? undefined : value
}

/** A member of a member; `null`, which is not plain, where the owner is there and is no object. */
export function inside(owner: Json | undefined, key: string): Json | undefined {
  if (owner === undefined) return undefined
  return isJsonObject(owner) ? owner[key] : null
}

/** True for objects as JSON makes them, whose members are all their own. */
export function isPlain(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && Object.getPrototypeOf(value) === Object.prototype
}

/** A default for what is absent; what is not plain stays so. */
export function quickOrElse<Value>(value: Value | null | undefined, otherwise: Value): Value | undefined {
  return value === null ? otherwise : value
}
