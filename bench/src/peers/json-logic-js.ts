/** json-logic-js: every rule is interpreted for every finding. */
import jsonLogic, { type RulesLogic } from 'json-logic-js'
import type { Engine } from '../engine.js'
import { at, inProcess } from '../engines/in-process.js'
import { logicOf, operations } from './json-logic.js'

export const jsonLogicJs: Engine = {
  name: 'json-logic-js',
  input: 'values',
  async load({ rules, findings }) {
    for (const [name, operation] of Object.entries(operations)) jsonLogic.add_operation(name, operation)
    const compiled = rules.map((rule) => ({ id: rule.id, logic: asRule(logicOf(rule)) }))
    return inProcess(findings.length, (index) => {
      const finding = at(findings, index)
      const ids: string[] = []
      for (const { id, logic } of compiled) if (jsonLogic.apply(logic, finding) === true) ids.push(id)
      return ids
    })
  },
}

/** The types of the library know only its own operations. */
function asRule(logic: unknown): RulesLogic {
  return logic as RulesLogic
}
