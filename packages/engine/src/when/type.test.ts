import { describe, expect, it } from 'vitest'
import {
  areComparable,
  areOrdered,
  describeType,
  isScalar,
  isTruth,
  type ScalarType,
  typeOfKind,
  typeOfScalar,
} from './type.js'

const types: readonly ScalarType[] = ['string', 'number', 'boolean', 'severity', 'time', 'any']

describe('types', () => {
  it('are comparable with themselves, with raw values, and labels with texts', () => {
    const pairs = types.flatMap((a) => types.filter((b) => a < b && areComparable(a, b)).map((b) => `${a} ${b}`))
    expect(pairs.filter((pair) => !pair.startsWith('any'))).toEqual(['severity string'])
    for (const type of types)
      expect([areComparable(type, type), areComparable(type, 'any'), areComparable('any', type)]).toEqual([
        true,
        true,
        true,
      ])
  })

  it('have an order only as numbers and as times', () => {
    expect(types.filter((type) => areOrdered(type, type))).toEqual(['number', 'time', 'any'])
    expect([areOrdered('number', 'time'), areOrdered('any', 'number'), areOrdered('string', 'any')]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('stand as a condition if boolean or a list', () => {
    expect(types.filter((of) => isTruth({ kind: 'scalar', of }))).toEqual(['boolean', 'any'])
    expect(isTruth({ kind: 'list', of: ['string'] })).toBe(true)
  })

  it('are named for a person', () => {
    expect([
      ...types.map((of) => describeType({ kind: 'scalar', of })),
      describeType({ kind: 'list', of: [] }),
    ]).toEqual([...['a text', 'a number', 'a boolean', 'a severity', 'a time', 'a raw value', 'a list']])
  })

  it('come from kinds of fields and from values', () => {
    expect([typeOfKind('raw'), typeOfKind('time'), typeOfScalar('a'), typeOfScalar(1), typeOfScalar(true)]).toEqual([
      'any',
      'time',
      'string',
      'number',
      'boolean',
    ])
    expect([isScalar('a'), isScalar(null), isScalar([])]).toEqual([true, false, false])
  })
})
