/** mingo: a query object for each rule, made once. */
import { Query } from 'mingo'
import type { Engine } from '../engine.js'
import { at, inProcess } from '../engines/in-process.js'
import { queryOf } from './mongo-query.js'

export const mingo: Engine = {
  name: 'mingo',
  input: 'values',
  async load({ rules, findings }) {
    const compiled = rules.map((rule) => ({ id: rule.id, query: new Query(queryOf(rule)) }))
    return inProcess(findings.length, (index) => {
      const finding = at(findings, index)
      const ids: string[] = []
      for (const { id, query } of compiled) if (query.test(finding)) ids.push(id)
      return ids
    })
  },
}
