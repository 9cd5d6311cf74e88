/** Asks a person on the terminal. Where there is none, nothing is agreed to: the caller must say `--yes`. */
import type { Context } from '../context.js'
import { usageError } from '../usage-error.js'

/** True for `y` or `yes`; anything else, also the end of input, is no. */
export async function ask(context: Context, question: string): Promise<boolean> {
  if (!context.io.isTTY.stdin || !context.io.isTTY.stderr) {
    throw usageError('there is no terminal to ask on', 'add --yes to go on without being asked')
  }
  context.note(`${context.noteStyle.bold(question)} [y/N] `)
  let answer = ''
  for await (const chunk of context.io.stdin) {
    answer += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk)
    if (answer.includes('\n')) break
  }
  return /^y(?:es)?$/i.test(answer.trim())
}
