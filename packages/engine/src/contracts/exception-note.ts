/**
 * The note that an exception leaves on a finding that it suppresses, and how it is read again.
 *
 * The note is all that later tells which suppressed findings are ours, what they were before and who accepted the
 * risk, so it has one strict first part: `[redress exception=<id> was=<workflow> until=<date>]`. It may stand on
 * any line, because a person's note may stand before it.
 */
import type { Exception } from './documents/exceptions.js'
import { type Workflow, workflows } from './finding.js'

/** Security Hub's limit for a note. */
export const longestNote = 512

export interface ExceptionNote {
  readonly exception: string
  readonly was: Workflow
  /** Last day on which the exception holds. */
  readonly until: string
}

/** At most 512 characters; a long justification is cut, the rest never is. */
export function buildExceptionNote(exception: Exception, was: Workflow): string {
  const head = `[redress exception=${exception.id} was=${was} until=${exception.expires}]`
  const tail = `(${[exception.owner, exception.ticket].filter((part) => part !== undefined).join(', ')})`
  const room = longestNote - head.length - tail.length - 2
  return `${head} ${cut(oneLine(exception.justification), room)} ${oneLine(tail)}`
}

/** The last such note in the text, or `null` when there is none. */
export function parseExceptionNote(text: string): ExceptionNote | null {
  const lines = text.split('\n').reverse()
  for (const line of lines) {
    const parts = /^\[redress exception=([a-z0-9][a-z0-9-]{0,99}) was=([A-Z]{1,20}) until=(\d{4}-\d\d-\d\d)\]/.exec(
      line.trim(),
    )
    const was = workflows.find((workflow) => workflow === parts?.[2])
    if (parts !== null && was !== undefined) return { exception: parts[1] ?? '', was, until: parts[3] ?? '' }
  }
  return null
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1)).trimEnd()}…`
}
