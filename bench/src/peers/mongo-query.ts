/** Rules as queries in MongoDB's language, for sift and mingo. */
import { pathOf } from '../workload/facts.js'
import { escapePattern, wildcardPattern } from '../workload/judge.js'
import type { Clause, Rule } from '../workload/rule.js'

export function queryOf({ clauses }: Rule): Record<string, unknown> {
  return Object.fromEntries(clauses.map((clause) => [pathOf(clause.field).join('.'), condition(clause)]))
}

function condition(clause: Clause): unknown {
  switch (clause.operator) {
    case 'equals':
      return clause.value
    case 'one-of':
      return { $in: clause.value }
    case 'anything-but':
      return { $exists: true, $nin: clause.value }
    case 'prefix':
      return { $regex: new RegExp(`^${escapePattern(clause.value)}`) }
    case 'suffix':
      return { $regex: new RegExp(`${escapePattern(clause.value)}$`) }
    case 'equals-ignore-case':
      return { $regex: new RegExp(`^${escapePattern(clause.value)}$`, 'i') }
    case 'wildcard':
      return { $regex: wildcardPattern(clause.value) }
    case 'numeric':
      return { $gte: clause.value[0], $lt: clause.value[1] }
    default:
      return clause satisfies never
  }
}
