import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { parseField } from '../contracts/fields.js'
import { defineOperator, type OperatorContext } from './operator.js'

const inDoubt = { is: 'doubt' } as const
const reported: string[] = []
const field = parseField('title')
if (field === null) throw new Error('no field')
const context: OperatorContext = {
  name: 'twice',
  field,
  groups: {},
  report: (code, message) => {
    reported.push(`${code} ${message}`)
    return inDoubt
  },
  compile: () => inDoubt,
}

describe('an operator', () => {
  const twice = defineOperator({
    about: 'Twice.',
    operand: Type.Number(),
    wants: 'a number',
    kinds: ['raw'],
    compile: (half) => ({ is: 'in', values: [half * 2] }),
  })

  it('translates an operand that fits its schema', () => {
    expect(twice.compile(2, context)).toEqual({ is: 'in', values: [4] })
  })

  it('reports one that does not, shortened, and gives what stands for a wrong clause', () => {
    expect(twice.compile('x'.repeat(80), context)).toBe(inDoubt)
    expect(reported).toEqual([`rules.operator \`twice\` wants a number, not \`"${'x'.repeat(58)}…\``])
  })
})
