/**
 * Parsers of single values that both formats share.
 *
 * Text is taken as it stands, without trimming: ids and titles are opaque. Only numbers may come as text too,
 * because Security Lake writes `"40"` where Security Hub writes `40`.
 */

import { isAccountId, isRegion } from '../contracts/aws-names.js'
import type { Json } from '../contracts/json.js'
import { remember } from '../contracts/remember.js'
import type { Parsed } from './reader.js'

/** Any text but a blank one, which counts as absent. */
export function text(value: Json): Parsed<string> {
  if (typeof value !== 'string') return { reason: 'is not a string' }
  return isBlank(value) ? null : { value }
}

/** White space only. Most texts begin with something else, and need not be copied to be told. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0)
  return first > 32 && first < 127 ? false : text.trim() === ''
}

/** A list of texts; one that is empty is a list without values and not absent. */
export function texts(value: Json): Parsed<readonly string[]> {
  if (!Array.isArray(value)) return { reason: 'is not a list' }
  const strings = value.filter((item) => typeof item === 'string')
  return strings.length === value.length ? { value: strings } : { reason: 'holds a value that is not a string' }
}

/** A number from 0 to 100, also written as text. */
export function score(value: Json): Parsed<number> {
  const number = typeof value === 'string' && /^\d{1,3}(\.\d+)?$/.test(value.trim()) ? Number(value) : value
  if (typeof number !== 'number') return { reason: 'is not a number' }
  return number >= 0 && number <= 100 ? { value: number } : { reason: 'is not between 0 and 100' }
}

/** Twelve digits. */
export function accountId(value: Json): Parsed<string> {
  const parsed = text(value)
  if (parsed === null || 'reason' in parsed) return parsed
  return isAccountId(parsed.value) ? parsed : { reason: 'is not an account id of twelve digits' }
}

/** A Region; `global`, which findings on IAM carry, names none and counts as absent. */
export function region(value: Json): Parsed<string> {
  return typeof value === 'string' ? regionNamed(value) : text(value)
}

const regionNamed: (name: string) => Parsed<string> = remember((name) => {
  if (isBlank(name) || name === 'global' || name === 'aws-global') return null
  return isRegion(name) ? { value: name } : { reason: 'is not the name of a Region' }
})
