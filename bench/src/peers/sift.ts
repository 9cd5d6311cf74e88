/** sift: a compiled test for each rule. */
import { createRequire } from 'node:module'
import type siftTypes from 'sift'
import type { Engine } from '../engine.js'
import { at, inProcess } from '../engines/in-process.js'
import { queryOf } from './mongo-query.js'

/** Its main file is CommonJS with a default export, which an `import` does not reach under Node's rules. */
const { default: createTest }: { default: typeof siftTypes.default } = createRequire(import.meta.url)('sift')

export const sift: Engine = {
  name: 'sift',
  input: 'values',
  async load({ rules, findings }) {
    const compiled = rules.map((rule) => ({ id: rule.id, holds: createTest(queryOf(rule)) }))
    return inProcess(findings.length, (index) => {
      const finding = at(findings, index)
      const ids: string[] = []
      for (const { id, holds } of compiled) if (holds(finding)) ids.push(id)
      return ids
    })
  },
}
