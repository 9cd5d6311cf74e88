import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../contracts/json.js'
import { compileMatch } from '../match/compile-match.js'
import { packMatches } from './pack-matches.js'
import { unpackMatches } from './unpack-matches.js'

const compile = (match: JsonObject) => compileMatch(match, '', { groups: { sandboxes: ['111122223333'] } }).matcher

const matches: readonly JsonObject[] = [
  {},
  { control: 'S3.8', criticality: [1, 2] },
  { account: { group: 'sandboxes' }, severity: { 'at-least': 'HIGH' }, region: 'eu-west-1' },
  { title: ['a', { wildcard: '*b*' }], created: { 'older-than': '30d' }, confidence: { numeric: ['>=', 5] } },
  { any: [{ control: 'S3.8' }, { all: [{ 'resource.tags.a': { 'anything-but': ['b'] } }, { record: 'ACTIVE' }] }] },
  { types: { 'all-of': ['a', { prefix: 'b' }] }, 'resource.id': { exists: true }, title: { regex: 'a+' } },
  { 'resource.tags.__proto__': 'x', 'resource.tags.constructor': { exists: false } },
]

describe('unpackMatches', () => {
  it.each(matches.map((match) => [match]))('gives back what was packed, through JSON: %j', (match) => {
    const unless = { written: matches, compiled: matches.map(compile) }
    const packed = JSON.parse(
      JSON.stringify(packMatches({ match: { written: match, compiled: compile(match) }, unless })),
    )
    expect(unpackMatches(match, matches, packed.compiled)).toEqual({
      match: compile(match).program,
      unless: matches.map((one) => compile(one).program),
    })
  })

  const test = { is: 'prefix', text: 'a' } as const
  it.each<[string, JsonObject, Parameters<typeof unpackMatches>[2]]>([
    ['an operator of which nothing is kept', { title: { prefix: 'a' } }, undefined],
    ['a field that holds alternatives', { title: { prefix: 'a' } }, { match: { title: [{}] } }],
    ['alternatives that hold a test', { any: [{ title: 'a' }] }, { match: { any: test } }],
    ['an alternative that is none', { any: ['a'] }, undefined],
    ['alternatives that are none', { any: 'a' }, undefined],
    ['a name of every object', { 'resource.tags.a': { prefix: 'a' } }, { match: {} }],
  ])('refuses %s', (_, match, compiled) => {
    expect(() => unpackMatches(match, undefined, compiled)).toThrow('the bundle does not hold what')
  })
})
