import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { didYouMean, nearest } from './nearest.js'

describe('the nearest name', () => {
  it.each([
    ['sevrity', ['severity', 'region'], 'severity'],
    ['regoin', ['severity', 'region'], 'region'],
    ['s3.block-public-acces', ['s3.block-public-access', 'notify.sns'], 's3.block-public-access'],
    ['EC2.22', ['EC2.2', 'EC2.23'], 'EC2.2'],
    ['ec2.2', ['EC2.2'], 'EC2.2'],
    ['id', ['if'], 'if'],
    ['', ['if'], null],
    ['elephant', ['severity', 'region'], null],
    ['x', [], null],
  ])('of `%s` among %j is %j', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected)
  })

  it('is the name itself whatever else there is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), (word, others) => {
        expect(nearest(word, [...others, word])).toBe(word)
      }),
    )
  })

  it('is told as a question', () => {
    expect(didYouMean('regoin', ['region'])).toBe('did you mean `region`?')
    expect(didYouMean('elephant', ['region'])).toBeNull()
  })
})
