/**
 * Unquoted scalars must mean what they look like.
 *
 * YAML reads the account id `012345678901` as a number, which is another account, and `0x1F` as 31. What is not
 * written as JavaScript would print it is refused; twelve digits are an account id wherever they stand.
 */
import type { TextProblem } from './decode-text.js'
import { inWords } from './in-words.js'

type ScalarProblem = Pick<TextProblem, 'code' | 'message' | 'hint'>

/** What is wrong with a plain scalar that YAML reads as `value`, or `null`. */
export function scalarProblem(value: unknown, source: string): ScalarProblem | null {
  if (typeof value === 'number') return numberProblem(value, source)
  if (typeof value === 'boolean' && source !== String(value)) return wordProblem(source, String(value))
  if (value === null && source !== '' && source !== 'null') return wordProblem(source, 'null')
  return null
}

function numberProblem(value: number, source: string): ScalarProblem | null {
  const quoted = `quote it: ${JSON.stringify(source)}`
  if (/^[0-9]{12}$/.test(source)) {
    return {
      code: 'yaml.unquoted',
      message: `the account id ${inWords(source)} is not quoted, and YAML reads it as a number`,
      hint: quoted,
    }
  }
  if (!Number.isFinite(value)) {
    return {
      code: 'yaml.number',
      message: `${inWords(source)} is not a finite number`,
      hint: `if it is text, ${quoted}`,
    }
  }
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    const message = `the number ${inWords(source)} is too large to be exact`
    return { code: 'yaml.number', message, hint: `if it is text, ${quoted}` }
  }
  if (source !== String(value)) {
    const message = `the number ${inWords(source)} is not written canonically`
    return { code: 'yaml.number', message, hint: `write \`${value}\`; if it is text, ${quoted}` }
  }
  return null
}

function wordProblem(source: string, word: string): ScalarProblem {
  return {
    code: 'yaml.scalar',
    message: `${inWords(source)} is read as \`${word}\``,
    hint: `write \`${word}\`; if it is text, quote it: ${JSON.stringify(source)}`,
  }
}
