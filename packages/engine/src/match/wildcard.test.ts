import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesWildcard, parseWildcard } from './wildcard.js'

const matches = (pattern: string, text: string) => matchesWildcard(parseWildcard(pattern) ?? [], text)

describe('a wildcard pattern', () => {
  it.each([
    ['a', 'a'],
    ['*', ''],
    ['*', 'anything\nat all'],
    ['a*', 'a'],
    ['*a', 'bca'],
    ['a*b*c', 'aXbXbXc'],
    ['*ab*ab*', 'abab'],
    ['**a', 'xa'],
    ['a\\*b', 'a*b'],
    ['\\\\*', '\\x'],
    ['.+', '.+'],
  ])('`%s` fits `%s`', (pattern, text) => expect(matches(pattern, text)).toBe(true))

  it.each([
    ['a', 'A'],
    ['a', 'ab'],
    ['a*a', 'a'],
    ['ab*bc', 'abc'],
    ['*ab*ab*', 'ab'],
    ['a*b*c', 'acb'],
    ['a\\*b', 'axb'],
    ['.*', 'a'],
    ['a*', 'a\n'.slice(1)],
  ])('`%s` does not fit `%s`', (pattern, text) => expect(matches(pattern, text)).toBe(false))

  it.each(['\\', 'a\\', '\\a'])('`%s` is refused, as its backslash escapes nothing', (pattern) => {
    expect(parseWildcard(pattern)).toBeNull()
  })

  it('fits what a regular expression of the same meaning fits', () => {
    const pieces = fc.array(fc.stringMatching(/^[ab]{0,3}$/), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(pieces, fc.stringMatching(/^[ab]{0,12}$/), (parts, text) => {
        expect(matchesWildcard(parts, text)).toBe(new RegExp(`^${parts.join('.*')}$`).test(text))
      }),
    )
  })
})
