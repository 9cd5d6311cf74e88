import { type TSchema, Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { chooseBranch, notAmong, typeInWords } from './choose-branch.js'

const sns = Type.Object({ type: Type.Literal('sns'), arn: Type.String() })
const hook = Type.Object({ type: Type.Literal('hook'), url: Type.String() })
const id = Type.String()
const group = Type.Object({ group: Type.String() })
const person = Type.Object({ person: Type.String(), since: Type.Integer() })

describe('the branch that was meant', () => {
  it.each<[string, readonly TSchema[], Json, readonly TSchema[]]>([
    ['the only one of its sort', [id, group], { x: 1 }, [group]],
    ['the other one', [id, group], 'x', [id]],
    ['by a constant', [sns, hook], { type: 'hook' }, [hook]],
    ['by the members that are there', [group, person], { since: 1 }, [person]],
    ['the first of equals', [group, person], {}, [group]],
    [
      'all of one sort, where nothing tells them apart',
      [id, Type.String({ maxLength: 3 })],
      'x',
      [id, Type.String({ maxLength: 3 })],
    ],
  ])('is %s', (_, branches, value, expected) => {
    expect(chooseBranch(branches, value, '/x', {})).toEqual({ kind: 'branches', branches: expected })
  })

  it.each<[string, readonly TSchema[], Json, string]>([
    ['a constant of none', [sns, hook], { type: 'x' }, '`x` is not one of `sns`, `hook`'],
    ['a constant that is missing', [sns, hook], {}, '`type` is missing'],
    ['another sort', [Type.Integer(), group], 'x', '`x` must be a whole number or a mapping, and is text'],
    ['a number that should be quoted', [id, group], 5, '`x` must be text, and `5` is read as a number'],
    ['only constants', [Type.Literal('a'), Type.Literal('b')], 5, '`5` is not one of `a`, `b`'],
  ])('is not there: %s', (_, branches, value, message) => {
    expect(chooseBranch(branches, value, '/x', {})).toMatchObject({ kind: 'problems', problems: [{ message }] })
  })

  it('is open while its constant is a template, where templates may stand', () => {
    const value = { type: '${a}' }
    expect(chooseBranch([sns, hook], value, '/x', { templates: true })).toEqual({ kind: 'problems', problems: [] })
    expect(chooseBranch([sns, hook], value, '/x', {})).toMatchObject({ problems: [{ pointer: '/x/type' }] })
  })
})

it('a value that is no constant is told with the nearest one', () => {
  expect(notAmong(['apply', 'plan', 1], 'aply', '/mode')).toEqual({
    pointer: '/mode',
    at: 'value',
    code: 'document.value',
    message: '`aply` is not one of `apply`, `plan`, `1`',
    hint: 'did you mean `apply`?',
  })
  expect(notAmong(['a'], null, '/mode').message).toBe('`mode` must be `a`, not nothing')
})

it.each([
  ['object', 'a mapping'],
  [['string', 'null'], 'text or empty'],
  [undefined, 'another value'],
])('the type %j is %s', (type, words) => {
  expect(typeInWords(type)).toBe(words)
})
