import { Type } from '@sinclair/typebox'
import { expect, it } from 'vitest'
import { findingFields, resourceFields } from '../contracts/field-table.js'
import { own } from '../contracts/json.js'
import { valueAt } from '../contracts/pointer.js'
import { matchSchemas } from './match-schemas.js'

const schemas = matchSchemas({
  prefix: { about: 'Starts with this.', operand: Type.String(), kinds: ['string', 'raw'] },
  between: { about: 'Between.', operand: Type.Tuple([Type.Number(), Type.Number()]), kinds: ['number'] },
})

it('a match has every field, `any` and `all`', () => {
  expect(Object.keys(valueAt(schemas, '/match/properties') ?? {})).toEqual([
    ...Object.keys(findingFields),
    ...Object.keys(resourceFields).map((name) => `resource.${name}`),
    'any',
    'all',
  ])
})

it('an operator stands with the kinds of fields that it may stand on, said in its words', () => {
  const names = (kind: string) => Object.keys(valueAt(schemas, `/operator-${kind}/properties`) ?? {})
  expect(['string', 'number', 'severity', 'time', 'raw'].map(names)).toEqual([
    ['prefix'],
    ['between'],
    [],
    [],
    ['prefix'],
  ])
  expect(valueAt(schemas, '/operator-string/properties/prefix')).toEqual({
    type: 'string',
    description: 'Starts with this.',
  })
  expect(valueAt(schemas, '/operator-number/properties/between/prefixItems')).toHaveLength(2)
})

it('fields with few values list them, and a time has no plain value', () => {
  const plain = (field: string) => valueAt(schemas, `/match/properties/${field}/anyOf/0`)
  expect(plain('record')).toEqual({ enum: ['ACTIVE', 'ARCHIVED'] })
  expect(plain('control')).toEqual({ $ref: '#/$defs/control' })
  expect(plain('updated')).toEqual({ $ref: '#/$defs/operator-time' })
  expect(own(schemas, 'control')).toMatchObject({ enum: expect.arrayContaining(['S3.8']) })
})
