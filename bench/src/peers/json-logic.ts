/** Rules as JSONLogic, for both libraries, with the operations that JSONLogic lacks. */
import { pathOf } from '../workload/facts.js'
import { wildcardPattern } from '../workload/judge.js'
import type { Clause, Rule } from '../workload/rule.js'

/** Each gets the value of the field first, `null` where it is absent. */
export const operations = {
  startsWith: (text: unknown, start: string) => typeof text === 'string' && text.startsWith(start),
  endsWith: (text: unknown, end: string) => typeof text === 'string' && text.endsWith(end),
  sameFolded: (text: unknown, folded: string) => typeof text === 'string' && text.toLowerCase() === folded,
  like: (text: unknown, wildcard: string) => typeof text === 'string' && wildcardPattern(wildcard).test(text),
  within: (value: unknown, from: number, below: number) => typeof value === 'number' && value >= from && value < below,
} as const

export interface Logic {
  readonly [operation: string]: readonly unknown[]
}

export function logicOf({ clauses }: Pick<Rule, 'clauses'>): Logic {
  return { and: clauses.map(clauseLogic) }
}

function clauseLogic(clause: Clause): Logic {
  const field = { var: pathOf(clause.field).join('.') }
  switch (clause.operator) {
    case 'equals':
      return { '===': [field, clause.value] }
    case 'one-of':
      return { in: [field, clause.value] }
    case 'anything-but':
      return { and: [{ '!==': [field, null] }, { '!': [{ in: [field, clause.value] }] }] }
    case 'prefix':
      return { startsWith: [field, clause.value] }
    case 'suffix':
      return { endsWith: [field, clause.value] }
    case 'equals-ignore-case':
      return { sameFolded: [field, clause.value.toLowerCase()] }
    case 'wildcard':
      return { like: [field, clause.value] }
    case 'numeric':
      return { within: [field, ...clause.value] }
    default:
      return clause satisfies never
  }
}
