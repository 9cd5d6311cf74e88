import { expect, it } from 'vitest'
import type { MatchProgram } from '../contracts/predicate.js'
import { sampleFinding, sampleNow } from '../testing/sample-finding.js'
import { createMatcher } from './create-matcher.js'

const subject = { finding: sampleFinding(), resource: null, now: sampleNow }

function clause(field: string, values: readonly string[]): MatchProgram[number] {
  return { kind: 'field', field, wanted: [...values], test: { is: 'in', values } }
}

it('names the fields of a program, those of its groups too', () => {
  const program: MatchProgram = [
    clause('title', ['x']),
    { kind: 'any', wanted: null, matches: [[clause('id', ['a'])], [clause('title', ['y'])]] },
  ]
  expect([...createMatcher(program).fields]).toEqual(['title', 'id'])
})

it('makes nothing of a program before it is asked', () => {
  const matcher = createMatcher([clause('no such field', ['x'])])
  expect(matcher.selective).toBe(true)
  expect(() => matcher.judge(subject)).toThrow('there is no field `no such field`')
})

it('explains in the order of the document, whatever is judged first', () => {
  const matcher = createMatcher([
    { kind: 'field', field: 'title', wanted: 'x', test: { is: 'regex', text: '.*' } },
    clause('control', ['S3.8']),
  ])
  expect(matcher.judge(subject)).toBe('no')
  expect(matcher.explain(subject).map(({ field, truth }) => [field, truth])).toEqual([
    ['title', 'yes'],
    ['control', 'no'],
  ])
})
