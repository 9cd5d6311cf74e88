import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import type { Truth } from '../contracts/match.js'
import { judgeRaw, problemsOf } from '../testing/judge-value.js'

describe('`cidr`', () => {
  it.each<readonly [Json, Truth]>([
    ['192.0.2.7', 'yes'],
    ['192.0.3.7', 'no'],
    ['192.0.2.0/25', 'no'],
    ['example.com', 'no'],
    [7, 'no'],
    [['example.com', '192.0.2.7'], 'yes'],
  ])('of %j: %s', (value, truth) => expect(judgeRaw({ cidr: '192.0.2.0/24' }, value)).toBe(truth))

  it.each([
    ['192.0.2.1', '`192.0.2.1` is no CIDR block'],
    ['192.0.2.1/24', '`192.0.2.1/24` has bits set behind its prefix length'],
    ['everything', '`everything` is no CIDR block'],
  ])('refuses `%s`', (block, message) => {
    expect(problemsOf('title', { cidr: block })).toEqual([`/title/cidr rules.operator ${message}`])
  })
})
