import { Type } from '@sinclair/typebox'
import { expect, it } from 'vitest'
import { branchesOf, constantsOf, descriptionOf, memberNames, memberSchema } from './schema-parts.js'

const one = Type.Literal('one')
const two = Type.Literal('two')
const object = Type.Object({ a: Type.String({ description: 'A.' }), b: Type.Number() })

it('unions of unions are laid flat', () => {
  expect(branchesOf({ anyOf: [one, { anyOf: [two, object] }] })).toEqual([one, two, object])
  expect(branchesOf({ oneOf: [one] })).toEqual([one])
  expect([branchesOf(one), branchesOf(undefined), branchesOf({ anyOf: 'x' })]).toEqual([[], [], []])
})

it.each([
  [one, ['one']],
  [{ enum: [1, 'a', null] }, [1, 'a', null]],
  [{ anyOf: [one, two] }, ['one', 'two']],
  [{ anyOf: [one, object] }, null],
  [object, null],
  [undefined, null],
])('constants of %j', (schema, expected) => {
  expect(constantsOf(schema)).toEqual(expected)
})

it('members and descriptions are found where they are', () => {
  expect(memberNames(object)).toEqual(['a', 'b'])
  expect(memberNames(one)).toEqual([])
  expect(descriptionOf(memberSchema(object, 'a'))).toBe('A.')
  expect(descriptionOf(memberSchema(object, 'toString'))).toBeNull()
})
