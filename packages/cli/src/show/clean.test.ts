import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from './clean.js'

describe('clean', () => {
  it.each([
    ['plain text', 'S3 buckets – größer', 'S3 buckets – größer'],
    ['an escape sequence', 'a\u001b[2Jb', 'a\\u001b[2Jb'],
    ['a carriage return that would overwrite the line', 'a\rb', 'a\\u000db'],
    ['the eight-bit form of an escape', 'a\u009b2J', 'a\\u009b2J'],
    ['text that is turned around', 'a\u202etxt', 'a\\u202etxt'],
    ['a zero-width space', 'a\u200bb', 'a\\u200bb'],
    ['an invisible character beyond 16 bits', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['line breaks', 'a\nb\r\nc\td', 'a b c d'],
  ])('shows %s', (_name, text, shown) => {
    expect(clean(text)).toBe(shown)
  })

  it('leaves nothing that a terminal obeys, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(clean(text))))
  })
})
