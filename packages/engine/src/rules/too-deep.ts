/**
 * Refuses nesting that no stack holds before the parser goes down into it.
 *
 * The parser recurses and turns an overflow into an error, but where V8 compiles a regular expression on what is left
 * of the stack, the whole process ends. The lexer does not recurse. Less deep nesting is told later, with its place.
 */
import { Lexer } from 'yaml'
import type { TextProblem } from './decode-text.js'

/** Far above what a document may have, and far below what a stack holds. */
const limit = 300

/** The problem of a text that may be nested deeper than the limit, or `null`. */
export function tooDeep(text: string): TextProblem | null {
  let flow = 0
  let column = 0
  let block = 0
  let isScalar = false
  for (const token of new Lexer().lex(text)) {
    if (isScalar) isScalar = false
    else if (token === scalarMark) isScalar = true
    else if (token === '[' || token === '{') flow += 1
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1)
    else if (/^\r?\n/.test(token)) [column, block] = [0, flow === 0 ? 0 : block]
    // Whatever stands to the right of so many columns may be as many levels deep.
    else if (flow === 0 && /^( +|[-?])$/.test(token)) block = column + token.length
    // The text of a block scalar ends with its own line break.
    column = token.includes('\n') ? token.length - token.lastIndexOf('\n') - 1 : column + token.length
    if (flow + block > limit) return problem
  }
  return null
}

/** Stands before the text of a scalar. */
const scalarMark = '\u001f'

const problem: TextProblem = {
  offset: 0,
  code: 'yaml.too-deep',
  message: 'the nesting is deeper than 32 levels',
  hint: null,
}
