/**
 * Refuses nesting that no stack holds before the parser goes down into it.
 *
 * The parser recurses and turns an overflow into an error, but where V8 compiles a regular expression on what is left
 * of the stack, the whole process ends. The lexer does not recurse. Less deep nesting is told later, with its place.
 */
import type { TextProblem } from './decode-text.js'

/** Far above what a document may have, and far below what a stack holds. */
const limit = 300

/** The problem of a text that may be nested deeper than the limit, or `null`; what it is told from is the lexer's. */
export function tooDeep(lexemes: readonly string[]): TextProblem | null {
  let flow = 0
  let column = 0
  let block = 0
  let isScalar = false
  for (const token of lexemes) {
    if (isScalar) isScalar = false
    else if (token === scalarMark) isScalar = true
    else if (token === '[' || token === '{') flow += 1
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1)
    else if (token.startsWith('\n') || token.startsWith('\r\n')) {
      column = 0
      if (flow === 0) block = 0
    }
    // Whatever stands to the right of so many columns may be as many levels deep.
    else if (flow === 0 && isIndent(token)) block = column + token.length
    // The text of a block scalar ends with its own line break.
    column = token.includes('\n') ? token.length - token.lastIndexOf('\n') - 1 : column + token.length
    if (flow + block > limit) return problem
  }
  return null
}

/** Blanks, or the sign of an item or a key. */
function isIndent(token: string): boolean {
  return token === '-' || token === '?' || (token.startsWith(' ') && token.trim() === '')
}

/** Stands before the text of a scalar. */
const scalarMark = '\u001f'

const problem: TextProblem = {
  offset: 0,
  code: 'yaml.too-deep',
  message: 'the nesting is deeper than 32 levels',
  hint: null,
}
