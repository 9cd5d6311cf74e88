import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownText, remember } from './remember.js'

it('works once for a text that comes again, and anew after it was emptied', () => {
  const asked: string[] = []
  const length = remember((text) => {
    asked.push(text)
    return text.length
  }, 2)
  expect(['a', 'a', 'bb', 'a', 'ccc', 'a'].map(length)).toEqual([1, 1, 2, 1, 3, 1])
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a'])
})

it('remembers that the answer was nothing', () => {
  let asked = 0
  const nothing = remember(() => {
    asked += 1
    return null
  })
  expect([nothing('constructor'), nothing('constructor'), asked]).toEqual([null, null, 1])
})

it('keeps no text that is long', () => {
  let asked = 0
  const count = remember(() => {
    asked += 1
  })
  count('x'.repeat(600))
  count('x'.repeat(600))
  expect(asked).toBe(2)
})

it('copies a text without changing it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ownText(text) === text))
  expect(ownText('\ud800')).toBe('\ud800')
})
