/** Rules as expressions of the Common Expression Language. */
import { wildcardSource } from '../workload/judge.js'
import type { Clause, Rule } from '../workload/rule.js'

/** How a library wants things said. */
export interface Dialect {
  /** The field's value. */
  place(field: string): string
  /** A question that stands before a clause on a field that some findings lack, or nothing. */
  guard(place: string): string
  test(name: 'startsWith' | 'endsWith' | 'matches' | 'sameFolded', text: string, given: string): string
  within(value: string, from: number, below: number): string
}

/** Fields that some findings lack, which CEL answers with an error unless it is asked first. */
const optional = new Set(['criticality', 'resource.tags.ManagedBy', 'resource.tags.DataClass'])

export function expressionOf({ clauses }: Rule, dialect: Dialect): string {
  return clauses
    .map((clause) => {
      const place = dialect.place(clause.field)
      return `${optional.has(clause.field) ? dialect.guard(place) : ''}${condition(clause, place, dialect)}`
    })
    .join(' && ')
}

function condition(clause: Clause, value: string, { test, within }: Dialect): string {
  switch (clause.operator) {
    case 'equals':
      return `${value} == ${JSON.stringify(clause.value)}`
    case 'one-of':
      return `${value} in ${JSON.stringify(clause.value)}`
    case 'anything-but':
      return `!(${value} in ${JSON.stringify(clause.value)})`
    case 'prefix':
      return test('startsWith', value, JSON.stringify(clause.value))
    case 'suffix':
      return test('endsWith', value, JSON.stringify(clause.value))
    case 'equals-ignore-case':
      return test('sameFolded', value, JSON.stringify(clause.value.toLowerCase()))
    case 'wildcard':
      return test('matches', value, JSON.stringify(wildcardSource(clause.value)))
    case 'numeric':
      return within(value, ...clause.value)
    default:
      return clause satisfies never
  }
}
