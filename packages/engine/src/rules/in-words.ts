/**
 * Values in messages: on one line, short, and with the user's input in backticks.
 */
import { isJsonObject, type Json } from '../contracts/json.js'

const longest = 80

/** A value in backticks, cut after 80 characters. */
export function inWords(value: Json): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null')
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').replaceAll('`', "'")
  return `\`${line.length > longest ? `${line.slice(0, longest)}…` : line}\``
}

/** Names in backticks with commas between, `and more` after a dozen. */
export function listInWords(values: readonly Json[]): string {
  const shown = values.slice(0, 12).map(inWords).join(', ')
  return values.length > 12 ? `${shown} and more` : shown
}

/** What sort of thing a value is. */
export function sortInWords(value: Json): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (isJsonObject(value)) return 'a mapping'
  if (typeof value === 'string') return 'text'
  return typeof value === 'number' ? 'a number' : 'true or false'
}

/** What a place is called: its last key, or `steps[0]` for the item of a list. */
export function placeInWords(pointer: string): string {
  const [last = '', parent = ''] = pointer
    .split('/')
    .slice(1)
    .reverse()
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (pointer === '') return 'the document'
  return /^[0-9]+$/.test(last) && parent !== '' ? inWords(`${parent}[${last}]`) : inWords(last)
}
