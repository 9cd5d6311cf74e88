import { describe, expect, it } from 'vitest'
import type { Truth } from '../contracts/match.js'
import { judgeRaw, problemsOf } from '../testing/judge-value.js'

describe('a regular expression', () => {
  it.each<readonly [string, string, Truth]>([
    ['a.c', 'abc', 'yes'],
    ['b', 'abc', 'no'],
    ['a|ab', 'ab', 'yes'],
    ['abc', 'abc\n', 'no'],
    ['(?i)ABC', 'abc', 'yes'],
    ['\\d{12}', '123456789012', 'yes'],
    ['(a+)+', `${'a'.repeat(5000)}!`, 'no'],
    ['(.*a){20}', 'a'.repeat(8192), 'yes'],
  ])('`%s` over a whole text', (pattern, text, truth) => expect(judgeRaw({ regex: pattern }, text)).toBe(truth))

  it.each(['(?=a)', '(a)\\1', 'a{1001}', '[', '(?<=a)b', 'a**', '(.{1,30}){1,30}z'])('`%s` is refused', (pattern) => {
    expect(problemsOf('title', { regex: pattern }).map((problem) => problem.split(' ', 2))).toEqual([
      ['/title/regex', 'rules.pattern'],
    ])
  })

  it('may have 512 characters', () => {
    expect(problemsOf('title', { regex: 'a'.repeat(512) })).toEqual([])
    expect(problemsOf('title', { regex: 'a'.repeat(513) })).toHaveLength(1)
  })

  it('does not judge more than 8 KiB, counted in bytes', () => {
    expect(judgeRaw({ regex: 'é*' }, 'é'.repeat(4096))).toBe('yes')
    expect(judgeRaw({ regex: 'é*' }, 'é'.repeat(4097))).toBe('unknown')
  })

  it('holds for one value though another is too long', () => {
    expect(judgeRaw({ regex: 'a' }, ['x'.repeat(9000), 'a'])).toBe('yes')
    expect(judgeRaw({ regex: 'b' }, ['x'.repeat(9000), 'a'])).toBe('unknown')
    expect(judgeRaw({ 'none-of': [{ regex: 'b' }] }, ['x'.repeat(9000), 'a'])).toBe('unknown')
  })
})
