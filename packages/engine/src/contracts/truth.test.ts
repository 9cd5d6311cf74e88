import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Truth } from './match.js'
import { allHold, allOf, anyHolds, anyOf, negate, truthOf } from './truth.js'

const truth = fc.constantFrom<Truth>('yes', 'no', 'unknown')

describe('logic with three values', () => {
  it.each<readonly [readonly Truth[], Truth, Truth]>([
    [[], 'yes', 'no'],
    [['yes', 'unknown'], 'unknown', 'yes'],
    [['no', 'unknown'], 'no', 'unknown'],
    [['yes', 'no', 'unknown'], 'no', 'yes'],
    [['unknown'], 'unknown', 'unknown'],
  ])('of %j: all %s, any %s', (truths, all, any) => {
    expect(allOf(truths)).toBe(all)
    expect(anyOf(truths)).toBe(any)
  })

  it('keeps the laws of De Morgan', () => {
    fc.assert(
      fc.property(fc.array(truth), (truths) => {
        expect(negate(allOf(truths))).toBe(anyOf(truths.map(negate)))
      }),
    )
  })

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(truth), (truths) => {
        expect(allOf(truths.toReversed())).toBe(allOf(truths))
        expect(anyOf(truths.toReversed())).toBe(anyOf(truths))
      }),
    )
  })

  it('gets no more certain by another doubt', () => {
    fc.assert(
      fc.property(fc.array(truth), (truths) => {
        expect(allOf([...truths, 'unknown'])).not.toBe('yes')
        expect(anyOf([...truths, 'unknown'])).not.toBe('no')
      }),
    )
  })

  it('judges no further than it must', () => {
    const judged: Truth[] = []
    const judge = (truth: Truth): Truth => {
      judged.push(truth)
      return truth
    }
    expect([allHold(['unknown', 'no', 'yes'], judge), anyHolds(['unknown', 'yes', 'no'], judge)]).toEqual(['no', 'yes'])
    expect(judged).toEqual(['unknown', 'no', 'unknown', 'yes'])
  })

  it('undoes a negation by another', () => {
    expect([truthOf(true), truthOf(false), negate(negate('unknown'))]).toEqual(['yes', 'no', 'unknown'])
    expect(negate(negate('yes'))).toBe('yes')
  })
})
