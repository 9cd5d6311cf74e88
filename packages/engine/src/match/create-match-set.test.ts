import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding, Resource } from '../contracts/finding.js'
import type { Json, JsonObject } from '../contracts/json.js'
import type { Matched, Matcher, Subject } from '../contracts/match.js'
import { sampleFinding, sampleNow, sampleResource } from '../testing/sample-finding.js'
import { compileMatch } from './compile-match.js'
import { createMatchSet } from './create-match-set.js'

const matcherOf = (match: JsonObject): Matcher => compileMatch(match, '', { groups: { team: ['dev', 'x'] } }).matcher

/** What judging each match alone finds. */
function oneByOne(matchers: readonly Matcher[], subject: Subject): readonly Matched[] {
  return matchers.flatMap((matcher, position) => {
    const truth = matcher.judge(subject)
    return truth === 'no' ? [] : [{ position, truth }]
  })
}

const words = [
  '',
  'a',
  'ab',
  'aba',
  'abab',
  'xababxabab',
  'b',
  'dev',
  'Dev',
  'x',
  'prod',
  'é',
  '*',
  'constructor',
] as const
const word = fc.constantFrom(...words)
const plain = fc.constantFrom(...words.filter((text) => text !== ''))
const wildcard = fc.constantFrom(
  'a*',
  '*a',
  'a*b',
  '*',
  'ab',
  '*b*',
  '*abab*',
  '*abab*x*',
  '*bab*abab*',
  'a*a*b',
  '\\*',
)
const simple: fc.Arbitrary<Json> = fc.oneof(
  plain,
  fc.record({ prefix: plain }),
  fc.record({ suffix: plain }),
  fc.record({ wildcard }),
  fc.record({ 'equals-ignore-case': plain }),
  fc.record({ regex: fc.constantFrom('a+', '.*b', 'a|dev') }),
  fc.record({
    'anything-but': fc.oneof(plain, fc.array(plain, { minLength: 1, maxLength: 3 }), fc.record({ prefix: plain })),
  }),
  fc.record({ group: fc.constant('team') }),
)
const value: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: simple },
  fc.record({ exists: fc.boolean() }),
  fc.array(fc.oneof(simple, fc.record({ exists: fc.boolean() })), { minLength: 1, maxLength: 3 }),
  fc.record({ 'any-of': fc.array(simple, { minLength: 1, maxLength: 3 }) }),
  fc.record({ 'all-of': fc.array(simple, { minLength: 1, maxLength: 3 }) }),
  fc.record({ 'none-of': fc.array(simple, { minLength: 1, maxLength: 3 }) }),
)
const texts = [
  'title',
  'generator',
  'types',
  'resource.tags.a',
  'resource.tags.b',
  'resource.details.x',
  'asff:L',
] as const
const clause: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...texts), value).map(([field, wanted]) => ({ [field]: wanted })) },
  fc.record({
    severity: fc.constantFrom<Json>('HIGH', ['LOW', 'HIGH'], { 'at-least': 'MEDIUM' }, { 'at-most': 'LOW' }),
  }),
  fc.record({ criticality: fc.constantFrom<Json>(40, { numeric: ['>=', 40] }, { exists: false }) }),
  fc.record({ firstObserved: fc.constantFrom<Json>({ 'older-than': '5d' }, { 'newer-than': '5d' }) }),
  fc.record({ 'asff:L': fc.constantFrom<Json>(1, true, { numeric: ['<', 3] }, { cidr: '192.0.2.0/24' }) }),
)
const clauses = fc.array(clause, { maxLength: 3 }).map((list): JsonObject => Object.assign({}, ...list))
const some = clauses.filter((match) => Object.keys(match).length > 0)
const match: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 4, arbitrary: clauses },
  fc.tuple(clauses, fc.array(some, { minLength: 1, maxLength: 4 })).map(([base, any]) => ({ ...base, any })),
  fc.tuple(clauses, fc.array(some, { minLength: 1, maxLength: 3 })).map(([base, all]) => ({ ...base, all })),
  fc
    .tuple(fc.array(some, { minLength: 3, maxLength: 5 }), fc.array(some, { minLength: 3, maxLength: 5 }))
    .map(([any, other]) => ({ any, all: [{ any: other }] })),
)

const unreadable = { title: 'bad', types: 'bad', severity: 'bad' }
const finding: fc.Arbitrary<Partial<Finding>> = fc.oneof(
  fc.record({
    title: fc.option(word),
    generator: fc.option(word),
    types: fc.option(fc.array(word, { maxLength: 4 })),
    severity: fc.option(fc.constantFrom('LOW' as const, 'MEDIUM' as const, 'HIGH' as const)),
    criticality: fc.option(fc.constantFrom(0, 40, 70)),
    firstObserved: fc.option(fc.constantFrom('2026-11-01T00:00:00.000Z', '2026-11-20T00:00:00.000Z')),
    raw: fc.record({
      L: fc.oneof(word, fc.constantFrom<Json>(1, true, null, {}, '192.0.2.7', ['a', 1, 'ab'], [[]], 'y'.repeat(9000))),
    }),
  }),
  fc.constant({ title: null, types: null, severity: null, unreadable }),
)
const resource: fc.Arbitrary<Partial<Resource>> = fc.oneof(
  fc.record({
    tags: fc.option(fc.dictionary(fc.constantFrom('a', 'b'), word)),
    details: fc.option(fc.record({ x: fc.oneof(word, fc.array(word)) })),
  }),
  fc.constant({ tags: null, details: null, unreadable: { tags: 'bad', details: 'bad' } }),
  fc.constant({ tags: { b: 'dev' }, unreadable: { 'tags.a': 'bad' } }),
)

describe('a set of matches', () => {
  it('finds what judging them one by one finds, in order and each once', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.array(match, { minLength: 1, maxLength: 16 }), fc.array(match, { minLength: 17, maxLength: 50 })),
        fc.array(fc.tuple(finding, resource), { minLength: 1, maxLength: 8 }),
        (matches, subjects) => {
          const matchers = matches.map(matcherOf)
          const set = createMatchSet(matchers)
          for (const [changes, target] of subjects) {
            const one = sampleResource(target)
            const subject = { finding: sampleFinding({ ...changes, resources: [one] }), resource: one, now: sampleNow }
            expect(set.matching(subject)).toEqual(oneByOne(matchers, subject))
          }
        },
      ),
      { numRuns: 1500 },
    )
  })

  it.each([0, 1, 16, 17, 31, 32, 33, 64, 65])('of %d matches finds each of them', (count) => {
    const matchers = Array.from({ length: count }, (_, index) => matcherOf({ title: ['every', `t${index}`] }))
    const set = createMatchSet(matchers)
    const subject = (title: string) => ({ finding: sampleFinding({ title }), resource: null, now: sampleNow })
    expect(set.matching(subject('every')).map(({ position }) => position)).toEqual([...matchers.keys()])
    for (const position of matchers.keys()) {
      expect(set.matching(subject(`t${position}`))).toEqual([{ position, truth: 'yes' }])
    }
    expect(set.matching(subject('none'))).toEqual([])
  })

  it('of matches that name no field finds all of them', () => {
    const matchers = Array.from({ length: 40 }, () => matcherOf({}))
    const set = createMatchSet(matchers)
    expect(set.matching({ finding: sampleFinding(), resource: null, now: sampleNow })).toHaveLength(40)
  })

  it('has a match that did not compile always in doubt', () => {
    const matchers = [...Array.from({ length: 40 }, () => matcherOf({ title: 'x' })), matcherOf({ titel: 'x' })]
    const subject = { finding: sampleFinding({ title: 'y' }), resource: null, now: sampleNow }
    expect(createMatchSet(matchers).matching(subject)).toEqual([{ position: 40, truth: 'unknown' }])
  })

  it('says the same of a subject whatever came before', () => {
    const matchers = [...words, ...words].map((title) => matcherOf({ title: { prefix: title === '' ? 'z' : title } }))
    const subjects = words.map((title) => ({ finding: sampleFinding({ title }), resource: null, now: sampleNow }))
    const set = createMatchSet(matchers)
    const once = subjects.map((subject) => set.matching(subject))
    expect(
      [...subjects]
        .reverse()
        .map((subject) => set.matching(subject))
        .reverse(),
    ).toEqual(once)
  })
})
