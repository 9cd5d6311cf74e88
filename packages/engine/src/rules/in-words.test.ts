import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inWords, listInWords, placeInWords, sortInWords } from './in-words.js'

it.each([
  ['text', '`text`'],
  ['', '``'],
  [5, '`5`'],
  [null, '`null`'],
  [['a'], '`["a"]`'],
  ['a\n\tb', '`a b`'],
  ['a`b', "`a'b`"],
  ['x'.repeat(81), `\`${'x'.repeat(80)}…\``],
])('%j is %s', (value, words) => {
  expect(inWords(value)).toBe(words)
})

it('a value is always on one line, in one pair of backticks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(inWords(text)).toMatch(/^`[^`\p{Cc}\p{Cf}]{0,81}`$/u)
    }),
  )
})

it.each([
  [['a', 'b'], '`a`, `b`'],
  [
    Array.from({ length: 13 }, (_, index) => index),
    '`0`, `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11` and more',
  ],
])('the list %j is %s', (values, words) => {
  expect(listInWords(values)).toBe(words)
})

it.each([
  [null, 'empty'],
  [[], 'a list'],
  [{}, 'a mapping'],
  ['', 'text'],
  [0, 'a number'],
  [false, 'true or false'],
])('%j is %s', (value, words) => {
  expect(sortInWords(value)).toBe(words)
})

it.each([
  ['', 'the document'],
  ['/rules', '`rules`'],
  ['/rules/0', '`rules[0]`'],
  ['/rules/0/id', '`id`'],
  ['/a~1b~0c', '`a/b~c`'],
  ['/0', '`0`'],
])('the place %j is %s', (pointer, words) => {
  expect(placeInWords(pointer)).toBe(words)
})
