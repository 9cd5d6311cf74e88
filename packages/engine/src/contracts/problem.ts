/**
 * Problems of documents and the one error class.
 *
 * Callers branch on `code`, never on text. Codes are `stage.reason`; `codes.ts` lists them all with a sentence
 * each, which is also the page in the reference.
 */
import type { Code } from './codes.js'

/** One thing wrong with a document. `line` and `column` are 1-based; a column counts UTF-16 units. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: Code
  /** Lower case, one line, what was found; input of the user in backticks. */
  readonly message: string
  /** What to do about it, such as the nearest valid name; `null` where there is nothing better than the message. */
  readonly hint: string | null
}

/** `file:line:col message (code)`, and the hint on a line of its own. */
export function formatProblem(problem: Problem): string {
  const head = `${problem.file}:${problem.line}:${problem.column} ${problem.message} (${problem.code})`
  return problem.hint === null ? head : `${head}\n  ${problem.hint}`
}

/** The only error that this library throws on purpose. */
export class RedressError extends Error {
  readonly code: Code
  readonly hint: string | null
  readonly problems: readonly Problem[]

  constructor(
    code: Code,
    message: string,
    options: { readonly hint?: string; readonly cause?: unknown; readonly problems?: readonly Problem[] } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'RedressError'
    this.code = code
    this.hint = options.hint ?? null
    this.problems = options.problems ?? []
  }
}
