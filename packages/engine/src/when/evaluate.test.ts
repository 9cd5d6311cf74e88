import jsonLogic from 'json-logic-js'
import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { evaluate } from './evaluate.js'
import { readExpression } from './read-expression.js'

function evaluated(value: Json, found: Json, absent: readonly string[] = []): boolean {
  const { expression } = readExpression(value, '')
  if (expression === null) throw new Error('no expression')
  return evaluate(expression, { valueOf: () => found, isAbsent: (name) => absent.includes(name) })
}

const x = { var: 'asff:X' }

describe('evaluating', () => {
  it.each<readonly [Json, Json, boolean]>([
    [{ '==': [x, 'a'] }, 'a', true],
    [{ '==': [x, '{"var":"v1"}'] }, '{"var":"v1"}', true],
    [{ some: [x, { '==': [{ var: '' }, 2] }] }, [1, 2], true],
    [{ all: [x, { '>': [{ var: '' }, 1] }] }, [1, 2], false],
    [{ if: [x, false, true] }, false, true],
    [{ and: [x, { '!': x }] }, true, false],
  ])('%j with %j: %s', (value, found, holds) => expect(evaluated(value, found)).toBe(holds))

  it('answers `missing` itself, so that the library never looks a name up', () => {
    expect(evaluated({ missing: ['finding.title', 'asff:X'] }, null, ['asff:X'])).toBe(true)
    expect(evaluated({ in: ['asff:X', { missing: ['asff:X'] }] }, null, ['asff:X'])).toBe(true)
    expect(evaluated({ missing: ['asff:X'] }, null)).toBe(false)
  })

  it('leaves the operators of the library as they are for everyone else', () => {
    evaluated({ '==': [x, 'a'] }, 'a')
    expect(jsonLogic.apply({ missing: ['a'] }, {})).toEqual(['a'])
    expect(jsonLogic.apply({ '==': [1, '1'] }, {})).toBe(true)
  })
})
