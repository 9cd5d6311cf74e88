/** json-rules-engine: facts are named ones, taken out of the finding first, since its JSON paths cost more. */
import { Engine as RulesEngine, type TopLevelCondition } from 'json-rules-engine'
import type { Engine } from '../engine.js'
import { at, inProcessAsync } from '../engines/in-process.js'
import type { Clause, Rule } from '../workload/rule.js'
import { flatFacts } from './flat-facts.js'
import { operations } from './json-logic.js'

export const jsonRulesEngine: Engine = {
  name: 'json-rules-engine',
  input: 'values',
  async load({ rules, findings }) {
    const engine = new RulesEngine([], { allowUndefinedFacts: true })
    const { startsWith, endsWith, sameFolded, like, within } = operations
    engine.addOperator('startsWith', startsWith)
    engine.addOperator('endsWith', endsWith)
    engine.addOperator('sameFolded', sameFolded)
    engine.addOperator('like', like)
    engine.addOperator('within', (value: unknown, [from, below]: [number, number]) => within(value, from, below))
    engine.addOperator('noneOf', (value: unknown, not: string[]) => typeof value === 'string' && !not.includes(value))
    for (const rule of rules) engine.addRule({ conditions: conditionsOf(rule), event: { type: rule.id } })
    const facts = flatFacts(rules)
    return inProcessAsync(findings.length, async (index) => {
      const { events } = await engine.run(facts(at(findings, index)))
      return events.map(({ type }) => type)
    })
  },
}

const operators = {
  equals: 'equal',
  'one-of': 'in',
  'anything-but': 'noneOf',
  prefix: 'startsWith',
  suffix: 'endsWith',
  'equals-ignore-case': 'sameFolded',
  wildcard: 'like',
  numeric: 'within',
} as const satisfies Record<Clause['operator'], string>

function conditionsOf({ clauses }: Rule): TopLevelCondition {
  return {
    all: clauses.map(({ field, operator, value }) => ({
      fact: field,
      operator: operators[operator],
      value: operator === 'equals-ignore-case' ? value.toLowerCase() : value,
    })),
  }
}
