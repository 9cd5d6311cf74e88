/** @marcbachmann/cel-js: expressions are parsed and checked once, into functions. */
import { Environment } from '@marcbachmann/cel-js'
import type { Engine } from '../engine.js'
import { at, inProcess } from '../engines/in-process.js'
import { pathOf } from '../workload/facts.js'
import { type Dialect, expressionOf } from './cel-expression.js'

const dialect: Dialect = {
  place: (field) => ['f', ...pathOf(field)].join('.').replaceAll('.0.', '[0].'),
  guard: (place) => `has(${place}) && `,
  test: (name, text, given) => `${text}.${name}(${given})`,
  within: (value, from, below) => `${value} >= ${from}.0 && ${value} < ${below}.0`,
}

export const marcbachmannCelJs: Engine = {
  name: '@marcbachmann/cel-js',
  input: 'values',
  async load({ rules, findings }) {
    const environment = new Environment()
      .registerVariable('f', 'map')
      .registerFunction(
        'string.sameFolded(string): bool',
        (text: string, folded: string) => text.toLowerCase() === folded,
      )
    const compiled = rules.map((rule) => {
      const holds = environment.parse(expressionOf(rule, dialect))
      return { id: rule.id, holds }
    })
    return inProcess(findings.length, (index) => {
      const context = { f: at(findings, index) }
      const ids: string[] = []
      for (const { id, holds } of compiled) if (holds(context) === true) ids.push(id)
      return ids
    })
  },
}
