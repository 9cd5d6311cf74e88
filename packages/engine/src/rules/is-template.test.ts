import { expect, it } from 'vitest'
import { isTemplate } from './is-template.js'

it.each([
  ['${a}', true],
  ['x ${a} y', true],
  ['$${a} ${b}', true],
  ['${', true],
  ['$${a}', false],
  ['$a {b}', false],
  ['', false],
  [5, false],
  [['${a}'], false],
])('%j is a template: %j', (value, expected) => {
  expect(isTemplate(value)).toBe(expected)
})
