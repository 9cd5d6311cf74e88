/** Rules as event patterns in JSON, for event-ruler and quamina, whose languages have one root. */
import { pathOf } from '../workload/facts.js'
import type { Clause, Rule } from '../workload/rule.js'

interface Pattern {
  [key: string]: Pattern | readonly unknown[]
}

/** The pattern as JSON; a clause for which `condition` gives `null` is left out. */
export function patternOf(
  { clauses }: Pick<Rule, 'clauses'>,
  condition: (clause: Clause) => readonly unknown[] | null,
): string {
  const pattern: Pattern = {}
  for (const clause of clauses) {
    const wanted = condition(clause)
    if (wanted === null) continue
    // Patterns go through lists without an index.
    const path = pathOf(clause.field).filter((key) => key !== '0')
    let place = pattern
    for (const key of path.slice(0, -1)) {
      const inner = place[key]
      if (inner !== undefined && !isList(inner)) place = inner
      else {
        const made: Pattern = {}
        place[key] = made
        place = made
      }
    }
    place[path.at(-1) ?? ''] = wanted
  }
  return JSON.stringify(pattern)
}

function isList(value: Pattern | readonly unknown[]): value is readonly unknown[] {
  return Array.isArray(value)
}

/** A star stands for itself after a backslash, in both languages as in ours. */
export function escapeWildcard(text: string): string {
  return text.replace(/[\\*]/g, '\\$&')
}
