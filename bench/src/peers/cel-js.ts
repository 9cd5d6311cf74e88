/**
 * cel-js: expressions are parsed once, and their trees walked for every finding.
 *
 * Its `&&` goes on after a false, so that `has` guards nothing; absent fields are given as null instead.
 */
import { evaluate, parse } from 'cel-js'
import type { Engine } from '../engine.js'
import { at, inProcess } from '../engines/in-process.js'
import { type Dialect, expressionOf } from './cel-expression.js'
import { flatFacts } from './flat-facts.js'
import { operations } from './json-logic.js'

const patterns = new Map<string, RegExp>()

const { startsWith, endsWith, sameFolded, within } = operations

const functions = {
  startsWith,
  endsWith,
  sameFolded,
  within,
  matches(text: unknown, source: string) {
    const pattern = patterns.get(source) ?? new RegExp(source)
    patterns.set(source, pattern)
    return typeof text === 'string' && pattern.test(text)
  },
}

const nameOf = (field: string) => field.replace(/\W/g, '_')

const dialect: Dialect = {
  place: nameOf,
  guard: (place) => `${place} != null && `,
  test: (name, text, given) => `${name}(${text}, ${given})`,
  within: (value, from, below) => `within(${value}, ${from}, ${below})`,
}

export const celJs: Engine = {
  name: 'cel-js',
  input: 'values',
  async load({ rules, findings }) {
    const compiled = rules.map((rule) => {
      const parsed = parse(expressionOf(rule, dialect))
      if (!parsed.isSuccess) throw new Error(`${rule.id}: ${parsed.errors.join(', ')}`)
      return { id: rule.id, tree: parsed.cst }
    })
    const facts = flatFacts(rules)
    const fields = [...new Set(rules.flatMap(({ clauses }) => clauses.map(({ field }) => field)))]
    return inProcess(findings.length, (index) => {
      const found = facts(at(findings, index))
      const context: Record<string, unknown> = {}
      for (const field of fields) context[nameOf(field)] = found[field] ?? null
      const ids: string[] = []
      for (const { id, tree } of compiled) if (evaluate(tree, context, functions) === true) ids.push(id)
      return ids
    })
  },
}
