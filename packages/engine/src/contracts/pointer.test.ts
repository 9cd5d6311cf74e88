import { expect, it } from 'vitest'
import { joinPointer, parentPointer, valueAt } from './pointer.js'

it.each([
  ['', 'rules', '/rules'],
  ['/rules', 0, '/rules/0'],
  ['', 'a/b~c', '/a~1b~0c'],
  ['', '', '/'],
])('joins %j and %j to %j, and the parent is the first again', (pointer, key, joined) => {
  expect(joinPointer(pointer, key)).toBe(joined)
  expect(parentPointer(joined)).toBe(pointer)
})

it('takes the root for its own parent', () => {
  expect(parentPointer('')).toBe('')
})

it.each([
  ['', { a: [1] }],
  ['/a', [1]],
  ['/a/0', 1],
  ['/a/1', undefined],
  ['/b/c', undefined],
  ['/toString', undefined],
])('finds at %j what stands there', (pointer, expected) => {
  expect(valueAt({ a: [1] }, pointer)).toEqual(expected)
})
