/**
 * A number, a boolean or nothing where text must stand: the advice is to quote what is written there.
 */
import type { Json } from '../contracts/json.js'
import type { PointerProblem } from '../contracts/match.js'
import { inWords, placeInWords, sortInWords } from './in-words.js'

/** The problem, or `null` for a value that is no unquoted scalar. */
export function unquotedProblem(
  value: Json,
  pointer: string,
  source: (pointer: string) => string | null = () => null,
): PointerProblem | null {
  if (typeof value !== 'number' && typeof value !== 'boolean') return null
  const written = source(pointer) ?? String(value)
  return {
    pointer,
    at: 'value',
    code: 'yaml.unquoted',
    message: `${placeInWords(pointer)} must be text, and ${inWords(written)} is read as ${sortInWords(value)}`,
    hint: `quote it: ${JSON.stringify(written)}`,
  }
}
