/** json-logic-engine: rules compiled to functions by its `build`. */
import { LogicEngine } from 'json-logic-engine'
import type { Engine } from '../engine.js'
import { at, inProcess } from '../engines/in-process.js'
import { logicOf, operations } from './json-logic.js'

export const jsonLogicEngine: Engine = {
  name: 'json-logic-engine',
  input: 'values',
  async load({ rules, findings }) {
    const engine = new LogicEngine()
    for (const [name, operation] of Object.entries(operations)) {
      const call: (...given: never[]) => boolean = operation
      engine.addMethod(name, (given: never[]) => call(...given), { deterministic: true })
    }
    const compiled = rules.map((rule) => ({ id: rule.id, holds: engine.build(logicOf(rule)) }))
    return inProcess(findings.length, (index) => {
      const finding = at(findings, index)
      const ids: string[] = []
      for (const { id, holds } of compiled) if (holds(finding) === true) ids.push(id)
      return ids
    })
  },
}
