import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { checkTypes } from './check-types.js'
import { readExpression } from './read-expression.js'
import type { ScalarType } from './type.js'

/** What is reported when the raw value `asff:X` has these types, and so many items. */
function reported(value: Json, types: readonly ScalarType[], size: number): readonly string[] {
  const { expression } = readExpression(value, '')
  if (expression === null) throw new Error('no expression')
  const messages: string[] = []
  checkTypes(expression, {
    typeOf: ({ list }) => (list ? { kind: 'list', of: types } : { kind: 'scalar', of: types[0] ?? 'any' }),
    sizeOf: () => size,
    report: (_, message) => messages.push(message),
  })
  return messages
}

const x = { var: 'asff:X' }
const item = { var: '' }

describe('checking types', () => {
  it('takes each type that an item has', () => {
    const some = { some: [x, { '>': [item, 1] }] }
    expect(reported(some, ['number'], 3)).toEqual([])
    expect(reported(some, ['any'], 1)).toEqual([])
    expect(reported(some, ['number', 'string'], 3)).toEqual(['`>` cannot compare a text with a number'])
  })

  it('has nothing to say of the items of an empty list', () => {
    expect(reported({ some: [x, { '>': [item, 1] }] }, [], 0)).toEqual([])
  })

  it('gives `map` the type of what it makes', () => {
    expect(reported({ in: [1, { map: [x, { if: [true, item, 2] }] }] }, ['number'], 3)).toEqual([])
    expect(reported({ in: [1, { map: [x, { '==': [item, 2] }] }] }, ['number'], 3)).toEqual([
      '`in` cannot find a number in a list that holds a boolean',
    ])
    expect(reported({ in: [1, { map: [x, [item]] }] }, ['number'], 3)).toEqual(['`map` gives single values only'])
  })

  it('counts the work by the length of the lists', () => {
    const nested = { some: [x, { some: [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { '==': [item, 1] }] }] }
    expect(reported(nested, ['number'], 2000)).toEqual([])
    expect(reported(nested, ['number'], 3000)).toEqual(['the condition takes more than 100000 steps'])
  })

  it('reports one mistake once', () => {
    expect(reported({ and: [{ '!': { '==': ['a', 1] } }, true] }, [], 0)).toEqual([
      '`==` cannot compare a text with a number',
    ])
  })
})
