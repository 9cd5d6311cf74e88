import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { readExpression } from './read-expression.js'

describe('reading', () => {
  it('keeps the place of every part', () => {
    const { expression } = readExpression({ '!': { '==': [{ var: 'finding.control' }, 'a/b'] } }, '/rules/0/when')
    expect(expression).toMatchObject({
      kind: 'call',
      operation: '!',
      pointer: '/rules/0/when/!',
      operands: [
        {
          operands: [
            { kind: 'variable', pointer: '/rules/0/when/!/==/0/var' },
            { kind: 'literal', pointer: '/rules/0/when/!/==/1' },
          ],
        },
      ],
    })
  })

  it('lists every problem, and gives no expression then', () => {
    const { expression, problems } = readExpression({ and: [{ var: 'a' }, { log: 1 }, null] }, '')
    expect(expression).toBeNull()
    expect(problems.map(({ pointer, at }) => `${pointer} ${at}`)).toEqual([
      '/and/0/var value',
      '/and/1/log key',
      '/and/2 value',
    ])
  })

  it.each<readonly [Json, boolean]>([
    [{ some: [{ var: 'asff:A' }, true] }, true],
    [{ in: [1, { var: 'asff:A' }] }, true],
    [{ in: [{ var: 'asff:A' }, [1]] }, false],
    [{ in: [{ var: 'finding.types' }, [1]] }, true],
    [{ all: [{ var: 'finding.title' }, true] }, false],
  ])('takes a name as a list where one is wanted: %j', (value, list) => {
    const { expression } = readExpression(value, '')
    const operands = expression?.kind === 'call' ? expression.operands : []
    expect(operands.find((operand) => operand.kind === 'variable')).toMatchObject({ list })
  })

  it('takes a single operand without its list', () => {
    expect(readExpression({ '!': true }, '').expression).toMatchObject({ operands: [{ value: true, pointer: '/!' }] })
    expect(readExpression({ missing: 'finding.title' }, '').expression).toMatchObject({
      names: [{ name: 'finding.title' }],
    })
  })
})
