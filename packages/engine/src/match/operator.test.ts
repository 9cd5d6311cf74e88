import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { parseField } from '../contracts/fields.js'
import { anyText, anyValue, defineOperator, type OperatorContext } from './operator.js'

const inDoubt = anyValue(() => null)
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
    compile: (half) => anyValue((value) => value === half * 2),
  })

  it('compiles an operand that fits its schema', () => {
    expect(twice.compile(2, context).judge([3, 4], 0)).toBe('yes')
    expect(twice.compile(2, context).judge([3], 0)).toBe('no')
  })

  it('reports one that does not, shortened, and gives what stands for a wrong clause', () => {
    expect(twice.compile('x'.repeat(80), context)).toBe(inDoubt)
    expect(reported).toEqual([`rules.operator \`twice\` wants a number, not \`"${'x'.repeat(58)}…\``])
  })
})

describe('a clause over any value', () => {
  it('holds if one passes, is in doubt if none does and one may', () => {
    const clause = anyValue((value) => (value === 'doubt' ? null : value === 'yes'), { doubt: 'why' })
    expect([
      clause.judge(['no', 'doubt', 'yes'], 0),
      clause.judge(['no', 'doubt'], 0),
      clause.judge(['no'], 0),
    ]).toEqual(['yes', 'unknown', 'no'])
    expect([clause.absent, clause.selective, clause.doubt]).toEqual(['no', true, 'why'])
  })

  it('over texts passes nothing that is no text', () => {
    expect(anyText(() => true).judge([1, true], 0)).toBe('no')
    expect(anyText(() => true).judge([1, 'a'], 0)).toBe('yes')
  })
})
