import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../contracts/json.js'
import { compileMatch } from '../match/compile-match.js'
import { checkPatterns, mostPatterns } from './check-patterns.js'

const matcherOf = (match: JsonObject) => compileMatch(match, '', { groups: {} }).matcher

function loaded(match: JsonObject, line: number, unless: readonly JsonObject[] = []) {
  const rule = { id: `r${line}`, match: {}, steps: [] }
  const origin = { file: 'rules/a.yaml', line, column: 5 }
  return { rule, origin, match: matcherOf(match), unless: unless.map(matcherOf), when: null, mode: 'plan' } as const
}

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => loaded({ title: { regex: `a${index}` } }, index))

describe('regular expressions of a project', () => {
  it('may be as many as the limit, and the same one any number of times', () => {
    expect(checkPatterns([...many(mostPatterns), ...many(mostPatterns)])).toEqual([])
  })

  it.each([
    ['a match', loaded({ title: { regex: 'b' } }, 900)],
    ['a group', loaded({ any: [{ control: 'S3.8' }, { title: { 'none-of': ['x', { regex: 'b' }] } }] }, 900)],
    ['an `unless`', loaded({ title: 'x' }, 900, [{ title: { 'none-of': [{ regex: 'b' }] } }])],
  ])('are refused where one in %s is one too many', (_, last) => {
    expect(checkPatterns([...many(mostPatterns), last])).toMatchObject([
      {
        file: 'rules/a.yaml',
        line: 900,
        column: 5,
        code: 'document.too-many',
        message: 'the project has more than 200 different regular expressions',
      },
    ])
  })
})
