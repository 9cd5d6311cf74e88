import { expect, it } from 'vitest'
import type { Predicate } from '../contracts/predicate.js'
import { doubtAbout, isSelective } from './about-predicate.js'

const selects = (test: Predicate, field = 'title') => isSelective([{ kind: 'field', field, wanted: null, test }])
const value: Predicate = { is: 'in', values: ['a'] }
const none: Predicate = { is: 'none', of: [value] }

it.each<[boolean, Predicate]>([
  [true, value],
  [false, { is: 'in', values: ['a', 'b'], among: ['a', 'b'] }],
  [true, { is: 'wildcard', pieces: ['', 'a', ''] }],
  [false, { is: 'wildcard', pieces: ['', ''] }],
  [false, { is: 'exists', wanted: false }],
  [false, { is: 'exists', wanted: true }],
  [false, none],
  [false, { is: 'doubt' }],
  [false, { is: 'some', of: [value, none] }],
  [true, { is: 'every', of: [value, none] }],
])('%s: %j singles something out', (expected, test) => expect(selects(test)).toBe(expected))

it('asking whether a field is there singles out where it need not be', () => {
  expect(selects({ is: 'exists', wanted: true }, 'resource.tags.a')).toBe(true)
})

it('alternatives single out when each does, and conditions when one does', () => {
  const some = [{ kind: 'field', field: 'title', wanted: null, test: value }] as const
  const other = [{ kind: 'field', field: 'title', wanted: null, test: none }] as const
  expect(isSelective([{ kind: 'any', wanted: null, matches: [some, other] }])).toBe(false)
  expect(isSelective([{ kind: 'all', wanted: null, matches: [some, other] }])).toBe(true)
  expect(isSelective([])).toBe(false)
})

it('a doubt is told, also one further in', () => {
  expect(doubtAbout({ is: 'none', of: [value, { is: 'older', than: 1 }] })).toBe('the value is no date')
  expect([doubtAbout(value), doubtAbout({ is: 'doubt' })]).toEqual([null, 'it is malformed'])
  expect(doubtAbout({ is: 'regex', text: 'a' })).toContain('8 KiB')
})
