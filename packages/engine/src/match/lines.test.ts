import { describe, expect, it } from 'vitest'
import type { MatchClause, MatchProgram } from '../contracts/predicate.js'
import { linesOf } from './lines.js'

const field = (name: string): MatchClause => ({ kind: 'field', field: name, wanted: null, test: { is: 'doubt' } })
const any = (...matches: readonly MatchProgram[]): MatchClause => ({ kind: 'any', wanted: null, matches })
const all = (...matches: readonly MatchProgram[]): MatchClause => ({ kind: 'all', wanted: null, matches })
const shown = (program: MatchProgram) =>
  linesOf(program, 7).map(({ match, clauses, complete }) => [match, clauses.map((one) => one.field).join(''), complete])

describe('the lines of a match', () => {
  it.each<[string, MatchProgram, unknown]>([
    ['of none', [], [[7, '', true]]],
    ['of fields', [field('a'), field('b')], [[7, 'ab', true]]],
    [
      'of alternatives',
      [field('a'), any([field('b')], [field('c'), field('d')])],
      [
        [7, 'ab', true],
        [7, 'acd', true],
      ],
    ],
    [
      'of a nest',
      [all([field('a')], [any([field('b')], [field('c')])])],
      [
        [7, 'ab', true],
        [7, 'ac', true],
      ],
    ],
  ])('%s', (_, program, expected) => expect(shown(program)).toEqual(expected))

  it('beyond sixteen leave the alternatives out, and say so', () => {
    const many = any(...Array.from({ length: 17 }, (_, index) => [field(`x${index}`)]))
    expect(shown([field('a'), many])).toEqual([[7, 'a', false]])
    expect(shown([any(...Array.from({ length: 16 }, () => [field('x')]))])).toHaveLength(16)
  })
})
