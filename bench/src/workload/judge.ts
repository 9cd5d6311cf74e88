/** What a rule of the neutral form means, as plainly as can be: engines are compared with this before they are timed. */
import type { Facts } from './facts.js'
import type { Clause, Rule } from './rule.js'

export function ruleHolds({ clauses }: Pick<Rule, 'clauses'>, facts: Facts): boolean {
  return clauses.every((clause) => clauseHolds(clause, facts[clause.field]))
}

export function clauseHolds(clause: Clause, found: string | number | undefined): boolean {
  if (found === undefined) return false
  if (clause.operator === 'numeric') {
    return typeof found === 'number' && found >= clause.value[0] && found < clause.value[1]
  }
  return typeof found === 'string' && textHolds(clause, found)
}

function textHolds(clause: Exclude<Clause, { readonly operator: 'numeric' }>, text: string): boolean {
  switch (clause.operator) {
    case 'equals':
      return text === clause.value
    case 'one-of':
      return clause.value.includes(text)
    case 'anything-but':
      return !clause.value.includes(text)
    case 'prefix':
      return text.startsWith(clause.value)
    case 'suffix':
      return text.endsWith(clause.value)
    case 'equals-ignore-case':
      return text.toLowerCase() === clause.value.toLowerCase()
    case 'wildcard':
      return wildcardPattern(clause.value).test(text)
    default:
      return clause satisfies never
  }
}

const patterns = new Map<string, RegExp>()

/** A wildcard as a regular expression over the whole text; `*` is any run of characters. */
export function wildcardPattern(wildcard: string): RegExp {
  const known = patterns.get(wildcard)
  if (known !== undefined) return known
  const pattern = new RegExp(wildcardSource(wildcard), 's')
  patterns.set(wildcard, pattern)
  return pattern
}

export function wildcardSource(wildcard: string): string {
  return `^${wildcard.split('*').map(escapePattern).join('.*')}$`
}

export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
