import { expect, it } from 'vitest'
import { oneLine, outcome } from './outcome.js'

it.each([
  ['plain', 'plain'],
  [' two\r\nlines ', 'two lines'],
  ['bell\u0007 and\u202e turned\u2028over', 'bell  and  turned over'],
])('%j becomes %j', (text, line) => {
  expect(oneLine(text)).toBe(line)
  expect(outcome('failed', 'X', text)).toEqual({ kind: 'failed', code: 'X', message: line })
})

it('cuts what is too long', () => {
  expect(oneLine('x'.repeat(500))).toHaveLength(500)
  expect(oneLine('x'.repeat(501))).toBe(`${'x'.repeat(499)}…`)
})
