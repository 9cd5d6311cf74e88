/**
 * Exceptions as `decide` wants them. An exception must be narrow: it may never match every finding.
 *
 * One that has expired is no error of the set, or the set would stop loading at midnight and nothing that was
 * suppressed would be put back. It is reported when the caller says what time it is.
 */
import type { Exceptions } from '../contracts/documents/exceptions.js'
import type { LoadedException } from '../contracts/loaded.js'
import type { PointerProblem } from '../contracts/match.js'
import { joinPointer } from '../contracts/pointer.js'
import type { Problem } from '../contracts/problem.js'
import type { CheckContext } from './check-context.js'
import { checkMatch } from './check-match.js'
import { endOfDay } from './dates.js'
import { originOf, placed, type Sourced } from './documents.js'
import { inWords } from './in-words.js'

const needsToSelect = {
  message: 'an exception must not match every finding',
  hint: 'name the control and the resource; clauses that exclude do not select',
}

/** Compiles all exceptions; `now` is milliseconds since 1970, or `null` to not look at the clock. */
export function compileExceptions(
  documents: readonly Sourced<Exceptions>[],
  context: CheckContext,
  now: number | null,
): { readonly exceptions: readonly LoadedException[]; readonly problems: readonly Problem[] } {
  const compiled = documents.flatMap((source) =>
    source.document.exceptions.map((exception, index) => {
      const pointer = joinPointer('/exceptions', index)
      const match = checkMatch(exception.match, joinPointer(pointer, 'match'), context, needsToSelect)
      const endsAt = endOfDay(exception.expires)
      const dates = dateProblems(exception.expires, endsAt, joinPointer(pointer, 'expires'), now)
      return {
        exception: { exception, origin: originOf(source, pointer), match: match.value, endsAt: endsAt ?? 0 },
        problems: placed(source, [...match.problems, ...dates]),
      }
    }),
  )
  return {
    exceptions: compiled.map(({ exception }) => exception),
    problems: compiled.flatMap(({ problems }) => problems),
  }
}

function dateProblems(
  text: string,
  endsAt: number | null,
  pointer: string,
  now: number | null,
): readonly PointerProblem[] {
  if (endsAt === null) {
    const message = `${inWords(text)} is not a day of the calendar`
    return [{ pointer, at: 'value', code: 'rules.date', message, hint: 'write a day such as `2027-03-31`' }]
  }
  if (now === null || now < endsAt) return []
  const message = `the exception expired after ${inWords(text)}`
  return [{ pointer, at: 'value', code: 'rules.expired', message, hint: 'renew it with its owner, or remove it' }]
}
