import { expect, it } from 'vitest'
import { outcome } from '../contracts/outcome.js'
import { outcomeText, verdictText } from './outcome-text.js'

it.each([
  [outcome('applied', 'OK', 'close door'), 'applied'],
  [outcome('skipped', 'STATE_CHANGED', 'it changed'), 'skipped (STATE_CHANGED): it changed'],
  [outcome('noop', 'DUPLICATE', ''), 'noop (DUPLICATE)'],
])('%j reads %s', (made, text) => {
  expect(outcomeText(made)).toBe(text)
  expect(verdictText(made)).toBe(text)
})

it('says of a change that it is to be made', () => {
  expect(verdictText({ kind: 'change' })).toBe('to change')
})
