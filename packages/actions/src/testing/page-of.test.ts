import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageOf } from './page-of.js'

describe('pageOf', () => {
  it('gives every item once and in order, whatever the page size', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 7 }), (all, size) => {
        const found: number[] = []
        let token: string | undefined
        do {
          const page = pageOf(all, token, size)
          expect(page.items.length).toBeLessThanOrEqual(size)
          found.push(...page.items)
          token = page.next ?? undefined
        } while (token !== undefined)
        expect(found).toEqual(all)
      }),
      { numRuns: 100 },
    )
  })
})
