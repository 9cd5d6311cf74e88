import { expect, it } from 'vitest'
import { inside, isPlain, quick, quickOrElse } from './quick.js'
import { text } from './values.js'

it.each([
  [undefined, null],
  ['x', 'x'],
  [null, undefined],
  ['', undefined],
  [7, undefined],
])('%j is read quickly as %j', (value, expected) => expect(quick(value, text)).toBe(expected))

it('a member of a member is absent with its owner, and not plain where the owner is no object', () => {
  expect([inside(undefined, 'a'), inside({ a: 1 }, 'a'), inside({}, 'a'), inside([], 'a'), inside('x', 'a')]).toEqual([
    undefined,
    1,
    undefined,
    null,
    null,
  ])
})

it('a default stands in for what is absent, and not for what is not plain', () => {
  expect([quickOrElse(null, 'NEW'), quickOrElse('X', 'NEW'), quickOrElse(undefined, 'NEW')]).toEqual([
    'NEW',
    'X',
    undefined,
  ])
})

it('only objects whose members are all their own are plain', () => {
  expect([isPlain({}), isPlain([]), isPlain(null), isPlain(Object.create({ a: 1 }))]).toEqual([
    true,
    false,
    false,
    false,
  ])
})
