import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newestFindings } from './newest-findings.js'
import { sampleFinding } from './testing/sample-finding.js'

const at = (id: string, updated: string | null, mark = '') => sampleFinding({ id, updated, raw: { mark } })

describe('newestFindings', () => {
  it('keeps the newest copy of each finding and says of the others why they are left out', () => {
    const [old, recent, other] = [at('a', '2026-01-01'), at('a', '2026-02-01'), at('b', null)]
    const { newest, skipped } = newestFindings([old, other, recent, recent])
    expect(newest).toEqual([recent, other])
    expect(skipped.map(({ finding, skipped: why, steps }) => [finding.id, why, steps])).toEqual([
      ['a', 'superseded', []],
      ['a', 'duplicate', []],
    ])
  })

  it('tells findings of different products apart', () => {
    const copies = [at('a', '2026-01-01'), { ...at('a', '2026-01-01'), productArn: null }]
    expect(newestFindings(copies).newest).toEqual(copies)
  })

  it('keeps the same copies in every order, and accounts for each', () => {
    const time = fc.constantFrom(null, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z')
    const copy = fc.tuple(fc.constantFrom('a', 'b'), time, fc.constantFrom('x', 'y'))
    const deliveries = fc
      .array(copy, { maxLength: 6 })
      .chain((copies) => fc.tuple(fc.constant(copies), fc.shuffledSubarray(copies, { minLength: copies.length })))
    fc.assert(
      fc.property(deliveries, ([first, second]) => {
        const [one, two] = [first, second].map((order) => newestFindings(order.map((args) => at(...args))))
        const marks = (found: typeof one) =>
          found?.newest.map(({ id, updated, raw }) => `${id} ${updated} ${raw['mark']}`).toSorted()
        expect(marks(two)).toEqual(marks(one))
        expect((one?.newest.length ?? 0) + (one?.skipped.length ?? 0)).toBe(first.length)
      }),
    )
  })
})
