/**
 * How many different regular expressions a project may have: each is tried on its own, on texts of up to 8 KiB, and
 * together they must leave a finding judged within a moment.
 */
import type { LoadedException, LoadedPlaybook, LoadedRule, Origin } from '../contracts/loaded.js'
import type { Matcher } from '../contracts/match.js'
import type { MatchProgram, Predicate } from '../contracts/predicate.js'
import type { Problem } from '../contracts/problem.js'

/** As many as take 50 ms, each on a text of 8 KiB. */
export const mostPatterns = 200

/** The problem at the first rule, exception or playbook that goes over the limit; none where there are fewer. */
export function checkPatterns(
  loaded: Iterable<(LoadedRule | LoadedPlaybook | LoadedException) & { readonly unless?: readonly Matcher[] }>,
): readonly Problem[] {
  const patterns = new Set<string>()
  for (const { origin, match, unless = [] } of loaded) {
    for (const { program } of [match, ...unless]) gather(program, patterns)
    if (patterns.size > mostPatterns) return [tooMany(origin)]
  }
  return []
}

function gather(program: MatchProgram, patterns: Set<string>): void {
  for (const clause of program) {
    if (clause.kind === 'field') gatherFrom(clause.test, patterns)
    else for (const each of clause.matches) gather(each, patterns)
  }
}

function gatherFrom(test: Predicate, patterns: Set<string>): void {
  if (test.is === 'regex') patterns.add(test.text)
  if (test.is === 'some' || test.is === 'every' || test.is === 'none') {
    for (const part of test.of) gatherFrom(part, patterns)
  }
}

function tooMany({ file, line, column }: Origin): Problem {
  const message = `the project has more than ${mostPatterns} different regular expressions`
  const hint = 'write prefixes, suffixes and wildcards where they do: any number of those costs next to nothing'
  return { file, line, column, code: 'document.too-many', message, hint }
}
