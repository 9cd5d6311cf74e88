import { describe, expect, it } from 'vitest'
import { isIteration, isOperation, namesAskedFor, variablesOf } from './expression.js'
import { readExpression } from './read-expression.js'

describe('an expression', () => {
  const { expression } = readExpression(
    {
      and: [
        { '==': [{ var: 'finding.control' }, 'EC2.2'] },
        { in: [1, [{ var: 'asff:A' }, 2]] },
        { '!': { missing: ['finding.title', 'asff:B'] } },
      ],
    },
    '',
  )

  it('tells its variables and the names that it asks for, in order', () => {
    if (expression === null) throw new Error('no expression')
    expect(variablesOf(expression).map(({ name, list }) => [name, list])).toEqual([
      ['finding.control', false],
      ['asff:A', false],
    ])
    expect(namesAskedFor(expression).map(({ name }) => name)).toEqual(['finding.title', 'asff:B'])
  })

  it('knows its operations by own names only', () => {
    expect(['==', 'some', 'toString', 'reduce', 'var'].map(isOperation)).toEqual([true, true, false, false, false])
    expect(isIteration('filter')).toBe(true)
    expect(isIteration('in')).toBe(false)
  })
})
