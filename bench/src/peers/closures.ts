/** No library: each rule a list of compiled functions, tried one rule after the other. What most people write first. */
import type { Engine } from '../engine.js'
import { at, inProcess } from '../engines/in-process.js'
import { wildcardPattern } from '../workload/judge.js'
import type { Clause } from '../workload/rule.js'
import { flatFacts } from './flat-facts.js'

export const closures: Engine = {
  name: 'closures, one by one',
  input: 'values',
  async load({ rules, findings }) {
    const facts = flatFacts(rules)
    const compiled = rules.map(({ id, clauses }) => ({ id, tests: clauses.map(compileClause) }))
    return inProcess(findings.length, (index) => {
      const found = facts(at(findings, index))
      const ids: string[] = []
      for (const { id, tests } of compiled) if (tests.every((test) => test(found))) ids.push(id)
      return ids
    })
  },
}

type Test = (facts: Record<string, unknown>) => boolean

function compileClause(clause: Clause): Test {
  const { field } = clause
  const text = (test: (text: string) => boolean): Test => {
    return (facts) => {
      const value = facts[field]
      return typeof value === 'string' && test(value)
    }
  }
  switch (clause.operator) {
    case 'equals':
      return (facts) => facts[field] === clause.value
    case 'one-of': {
      const wanted = new Set(clause.value)
      return text((value) => wanted.has(value))
    }
    case 'anything-but': {
      const excluded = new Set(clause.value)
      return text((value) => !excluded.has(value))
    }
    case 'prefix':
      return text((value) => value.startsWith(clause.value))
    case 'suffix':
      return text((value) => value.endsWith(clause.value))
    case 'equals-ignore-case': {
      const folded = clause.value.toLowerCase()
      return text((value) => value.toLowerCase() === folded)
    }
    case 'wildcard': {
      const pattern = wildcardPattern(clause.value)
      return text((value) => pattern.test(value))
    }
    case 'numeric': {
      const [from, below] = clause.value
      return (facts) => {
        const value = facts[field]
        return typeof value === 'number' && value >= from && value < below
      }
    }
    default:
      return clause satisfies never
  }
}
