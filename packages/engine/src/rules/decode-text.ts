/**
 * From the bytes of a rule file to its text: size, UTF-8 and characters are checked before anything is parsed.
 *
 * A reviewer must see what the parser sees, so characters without a picture of their own are refused: a
 * right-to-left override can make a scope look narrower than it is. One byte order mark at the start is dropped.
 */
import type { Code } from '../contracts/codes.js'
import { limits } from '../contracts/documents/limits.js'

/** Something wrong at a place of the text, counted in UTF-16 units. */
export interface TextProblem {
  readonly offset: number
  readonly code: Code
  readonly message: string
  readonly hint: string | null
}

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bad'; readonly text: string; readonly problems: readonly TextProblem[] }

/** Control characters, and those that are invisible or turn the direction of writing. A lone CR counts: it overwrites. */
const unseen = new RegExp(
  `[${[
    '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f',
    '\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb',
    '\\ud800-\\udfff\\u{e0000}-\\u{e007f}',
  ].join('')}]|\\r(?!\\n)`,
  'gu',
)

/** The text of a file, or what is wrong with it. */
export function decodeText(input: string | Uint8Array): Decoded {
  const size = typeof input === 'string' ? byteLength(input) : input.byteLength
  if (size > limits.fileBytes) {
    return bad('', {
      offset: 0,
      code: 'yaml.too-large',
      message: `the file is larger than ${limits.fileBytes} bytes`,
      hint: 'split it into several files',
    })
  }
  const decoded = typeof input === 'string' ? input : decodeUtf8(input)
  if (decoded === null) {
    return bad('', { offset: 0, code: 'yaml.not-utf8', message: 'the file is not UTF-8', hint: 'save it as UTF-8' })
  }
  const text = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded
  const found = Array.from(text.matchAll(unseen), (match) => badCharacter(match[0], match.index))
  return found.length === 0 ? { kind: 'text', text } : bad(text, ...found)
}

function byteLength(text: string): number {
  return text.length > limits.fileBytes ? text.length : new TextEncoder().encode(text).length
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function badCharacter(character: string, offset: number): TextProblem {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return {
    offset,
    code: 'yaml.bad-character',
    message: `the character U+${number} is a control character or invisible`,
    hint: 'remove it',
  }
}

function bad(text: string, ...problems: readonly TextProblem[]): Decoded {
  return { kind: 'bad', text, problems }
}
