import { describe, expect, it } from 'vitest'
import { compileMatch } from '../match/compile-match.js'
import { createMatcher } from '../match/create-matcher.js'
import { sampleFinding, sampleNow, sampleResource } from '../testing/sample-finding.js'
import { lazyMatcher } from './lazy-matcher.js'

const match = { control: 'EC2.2', any: [{ region: 'eu-west-1' }, { title: { prefix: 'S3' } }] }
const { program } = compileMatch(match, '', { groups: {} }).matcher
const subject = { finding: sampleFinding(), resource: sampleResource(), now: sampleNow }

describe('lazyMatcher', () => {
  it('is in all what is made of its program', () => {
    const [lazy, eager] = [lazyMatcher(program, createMatcher), createMatcher(program)]
    expect(lazy.judge(subject)).toBe(eager.judge(subject))
    expect(lazy.explain(subject)).toEqual(eager.explain(subject))
    expect(lazy.fields).toEqual(eager.fields)
    expect(lazy.selective).toBe(eager.selective)
    expect(lazy.program).toBe(program)
  })

  it('makes the matcher when it is first judged, and once', () => {
    let made = 0
    const lazy = lazyMatcher(program, (given) => {
      made += 1
      return createMatcher(given)
    })
    expect([...lazy.fields]).toEqual(['control', 'region', 'title'])
    expect(made).toBe(0)
    lazy.judge(subject)
    lazy.explain(subject)
    expect(made).toBe(1)
  })
})
