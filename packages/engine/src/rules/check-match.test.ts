import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../contracts/json.js'
import type { PointerProblem } from '../contracts/match.js'
import { sampleContext } from '../testing/sample-context.js'
import { checkMatch, checkUnless, unknownControl } from './check-match.js'

const places = (match: JsonObject) =>
  checkMatch(match, '/match', sampleContext(), null).problems.map(({ pointer, message }) => `${pointer} ${message}`)

describe('control ids', () => {
  it.each<[JsonObject, readonly string[]]>([
    [{ control: 'S3.8' }, []],
    [{ control: ['S3.8', 'EC2.2'] }, []],
    [{ control: { prefix: 'S3.' } }, []],
    [{ control: 'S3.888' }, ['/match/control there is no control `S3.888`']],
    [{ control: ['S3.8', 'X.1'] }, ['/match/control/1 there is no control `X.1`']],
    [{ control: { 'anything-but': 'X.1' } }, ['/match/control/anything-but there is no control `X.1`']],
    [{ control: { 'anything-but': ['X.1'] } }, ['/match/control/anything-but/0 there is no control `X.1`']],
    [{ any: [{ all: [{ control: 'X.1' }] }] }, ['/match/any/0/all/0/control there is no control `X.1`']],
  ])('of %j are looked up', (match, expected) => {
    expect(places(match)).toEqual(expected)
  })

  it('in another casing are told in their own', () => {
    expect(unknownControl('s3.8', '/x')).toMatchObject([{ hint: 'write `S3.8`' }])
  })
})

describe('a match of everything', () => {
  const words = { message: 'no', hint: null }
  const problem = { pointer: '/match', at: 'key', code: 'rules.matches-everything', ...words }

  it('is refused where it must select', () => {
    expect(checkMatch({}, '/match', sampleContext(), words).problems).toEqual([problem])
    expect(checkMatch({ control: 'S3.8' }, '/match', sampleContext(), words).problems).toEqual([])
    expect(checkMatch({}, '/match', sampleContext(), null).problems).toEqual([])
  })

  it('is not complained of when the match did not compile', () => {
    const broken: PointerProblem = {
      pointer: '/match',
      at: 'value',
      code: 'rules.unknown-field',
      message: 'x',
      hint: null,
    }
    expect(checkMatch({}, '/match', sampleContext({ matchProblems: [broken] }), words).problems).toEqual([broken])
  })
})

it('an unknown group counts only when the project could be read', () => {
  const unknown: PointerProblem = {
    pointer: '/match',
    at: 'value',
    code: 'rules.unknown-group',
    message: 'x',
    hint: null,
  }
  const problems = (incomplete: ReadonlySet<'Project'>) =>
    checkUnless([{}], '/unless', sampleContext({ matchProblems: [unknown], incomplete })).problems
  expect(problems(new Set())).toEqual([unknown])
  expect(problems(new Set(['Project']))).toEqual([])
})
