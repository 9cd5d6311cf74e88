/**
 * What can be said of a predicate without a finding: whether it singles anything out, and why it may be in doubt.
 */
import type { MatchClause, Predicate } from '../contracts/predicate.js'

/** True if some clause must hold that a finding without members does not satisfy. */
export function isSelective(clauses: readonly MatchClause[]): boolean {
  return clauses.some((clause) => {
    if (clause.kind === 'field') return selects(clause.test, clause.field)
    return clause.kind === 'any' ? clause.matches.every(isSelective) : clause.matches.some(isSelective)
  })
}

/** True if the predicate can fail for a field that is always there. */
function selects(predicate: Predicate, field: string): boolean {
  switch (predicate.is) {
    case 'in':
      return predicate.values.length !== predicate.among?.length
    case 'wildcard':
      return predicate.pieces.some((piece) => piece !== '')
    case 'exists':
      return predicate.wanted && !alwaysThere.has(field)
    case 'some':
      return predicate.of.every((part) => selects(part, field))
    case 'every':
      return predicate.of.some((part) => selects(part, field))
    case 'none':
    case 'doubt':
      return false
    default:
      return true
  }
}

/** Why the predicate may be `unknown` about values that can be read. */
export function doubtAbout(predicate: Predicate): string | null {
  switch (predicate.is) {
    case 'regex':
      return 'the text is longer than 8 KiB, which patterns do not judge'
    case 'older':
    case 'newer':
      return 'the value is no date'
    case 'doubt':
      return 'it is malformed'
    case 'some':
    case 'every':
    case 'none':
      return predicate.of.map(doubtAbout).find((doubt) => doubt !== null) ?? null
    default:
      return null
  }
}

/** Fields that practically every finding has, so that asking whether they are there singles nothing out. */
const alwaysThere: ReadonlySet<string> = new Set([
  ...['id', 'format', 'product', 'generator', 'title', 'types', 'account', 'region', 'partition', 'severity'],
  ...['workflow', 'record', 'created', 'updated', 'resource.id', 'resource.name', 'resource.type'],
])
