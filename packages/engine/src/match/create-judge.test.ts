import { describe, expect, it } from 'vitest'
import { type Found, Unreadable } from '../contracts/fields.js'
import type { Truth } from '../contracts/match.js'
import type { Predicate } from '../contracts/predicate.js'
import { createJudge } from './create-judge.js'

const now = Date.UTC(2026, 10, 21)
const in3: Predicate = { is: 'in', values: ['a', 3, true] }
const ranked: Predicate = { is: 'in', values: ['LOW'], among: ['LOW', 'HIGH'] }
const absentOrMe: Predicate = {
  is: 'some',
  of: [
    { is: 'exists', wanted: false },
    { is: 'in', values: ['me'] },
  ],
}
const doubt: Predicate = { is: 'doubt' }

describe('a predicate', () => {
  const cases: readonly (readonly [Predicate, Found, Truth])[] = [
    [in3, 'a', 'yes'],
    [in3, 3, 'yes'],
    [in3, '3', 'no'],
    [in3, ['b', true], 'yes'],
    [ranked, 'HIGH', 'no'],
    [ranked, 'FATAL', 'unknown'],
    [{ is: 'prefix', text: 'ab' }, 'abc', 'yes'],
    [{ is: 'prefix', text: 'ab' }, ['x', 7, 'abc'], 'yes'],
    [{ is: 'suffix', text: 'bc' }, 'abd', 'no'],
    [{ is: 'wildcard', pieces: ['a', 'c'] }, 'abc', 'yes'],
    [{ is: 'same-letters', text: 'straße' }, 'STRAßE', 'yes'],
    [{ is: 'regex', text: 'a+' }, 'aaab', 'no'],
    [{ is: 'regex', text: 'a+' }, 'a'.repeat(8193), 'unknown'],
    [{ is: 'cidr', text: '192.0.2.0/24' }, '192.0.2.9', 'yes'],
    [{ is: 'number', bounds: [{ sign: '>=', number: 1 }] }, 1, 'yes'],
    [{ is: 'number', bounds: [{ sign: '>', number: 1 }] }, 1, 'no'],
    [{ is: 'older', than: 86_400_000 }, '2026-11-19T00:00:00.000Z', 'yes'],
    [{ is: 'newer', than: 86_400_000 }, '2026-11-20T00:00:00.000Z', 'no'],
    [{ is: 'older', than: 1 }, 'yesterday', 'unknown'],
    [{ is: 'every', of: [in3, { is: 'prefix', text: 'b' }] }, ['a', 'bc'], 'yes'],
    [{ is: 'none', of: [in3] }, 'b', 'yes'],
    [{ is: 'none', of: [in3, ranked] }, 'LOW', 'no'],
    [{ is: 'none', of: [{ is: 'regex', text: 'b' }] }, ['x'.repeat(9000), 'c'], 'unknown'],
    [doubt, 'a', 'unknown'],
  ]
  it.each(cases)('%j of %j', (predicate, found, truth) => expect(createJudge(predicate)(found, now)).toBe(truth))

  it.each([
    [in3, 'no'],
    [{ is: 'none', of: [in3] } as const, 'no'],
    [{ is: 'exists', wanted: true } as const, 'no'],
    [{ is: 'exists', wanted: false } as const, 'yes'],
    [absentOrMe, 'yes'],
    [doubt, 'unknown'],
  ])('%j of a field that is absent', (predicate, truth) => expect(createJudge(predicate)(null, now)).toBe(truth))

  it.each([in3, absentOrMe, { is: 'none', of: [in3] } as const, { is: 'exists', wanted: false } as const])(
    '%j is in doubt about what is unreadable',
    (predicate) => expect(createJudge(predicate)(new Unreadable('why'), now)).toBe('unknown'),
  )
})
