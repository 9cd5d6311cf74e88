/**
 * What a finding must be before anything walks it: JSON, at most 64 levels deep and 240 KB long.
 *
 * The walk goes no deeper than the limit, because a value nested a million times would end a recursive one. It also
 * counts values, so that one object reached by many ways costs no more than the size limit allows.
 */
import type { Code } from '../contracts/codes.js'

/** Levels of objects and lists, the finding itself included. */
export const maxDepth = 64

/** The service's own limit for one finding, in bytes of UTF-8. */
export const maxBytes = 240 * 1024

export const maxResources = 32

export interface Refusal {
  readonly code: Code
  readonly message: string
}

/** Why a value is not to be read, or `null`. */
export function refuseBySize(value: unknown): Refusal | null {
  const measure: Measure = { members: 0, most: 0 }
  const refusal = walk(value, 1, measure)
  if (refusal !== null || measure.most <= maxBytes) return refusal
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length
  return bytes > maxBytes ? tooLarge(`the finding is ${bytes} bytes long; ${maxBytes} are allowed`) : null
}

/** True for a text so short that no value it may hold is too long, whatever numbers become when they are written again. */
export function surelyFits(text: string): boolean {
  return text.length * mostOfCharacter <= maxBytes
}

/** True for a text that holds nothing nested too deep, told without reading it: it has too few brackets. */
export function surelyShallow(text: string): boolean {
  let brackets = 0
  for (const opening of ['{', '[']) {
    for (let at = text.indexOf(opening); at !== -1; at = text.indexOf(opening, at + 1)) {
      brackets += 1
      if (brackets > maxDepth) return false
    }
  }
  return true
}

/** `most` is a bound of the bytes that the text of the value has, so that short values need not be written out. */
interface Measure {
  members: number
  most: number
}

/** The most bytes of UTF-8 that one character becomes: a control character is written as six. */
const mostOfCharacter = 6
/** A number with its sign and exponent, or a word, and the comma behind it. */
const mostOfScalar = 26

function walk(value: unknown, depth: number, measure: Measure): Refusal | null {
  if (typeof value === 'string') {
    measure.most += value.length * mostOfCharacter + 3
    return null
  }
  if (typeof value !== 'object' || value === null) {
    measure.most += mostOfScalar
    if (value === null || typeof value === 'number' || typeof value === 'boolean' || value === undefined) return null
    return { code: 'finding.invalid', message: `the finding holds a ${typeof value}, which is not JSON` }
  }
  if (depth > maxDepth) return tooLarge(`the finding is nested deeper than ${maxDepth} levels`)
  measure.most += 3
  return Array.isArray(value) ? walkItems(value, depth, measure) : walkMembers(value, depth, measure)
}

function walkItems(items: readonly unknown[], depth: number, measure: Measure): Refusal | null {
  measure.members += items.length
  if (measure.members > maxBytes) return tooLarge(`the finding is longer than ${maxBytes} bytes`)
  for (const item of items) {
    const refusal = walk(item, depth + 1, measure)
    if (refusal !== null) return refusal
  }
  return null
}

function walkMembers(owner: object, depth: number, measure: Measure): Refusal | null {
  for (const key in owner) {
    measure.members += 1
    if (measure.members > maxBytes) return tooLarge(`the finding is longer than ${maxBytes} bytes`)
    measure.most += key.length * mostOfCharacter + 4
    const refusal = walk(Reflect.get(owner, key), depth + 1, measure)
    if (refusal !== null) return refusal
  }
  return null
}

function tooLarge(message: string): Refusal {
  return { code: 'finding.too-large', message }
}
