import { describe, expect, it } from 'vitest'
import { readExpression } from './read-expression.js'
import { normaliseTime, withTimes } from './time-literal.js'

describe('a date', () => {
  it.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31T10:00Z', '2026-01-31T10:00:00.000Z'],
    ['2026-01-31T10:00:00+02:00', '2026-01-31T08:00:00.000Z'],
    ['2026-01-31T23:30:00.5-01:00', '2026-02-01T00:30:00.500Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('`%s` is %s', (text, time) => expect(normaliseTime(text)).toBe(time))

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-01-31T10:00',
    '2026-01-31T25:00Z',
    '20260131',
    'today',
    '',
    20260131,
    null,
    ['2026-01-31'],
  ])('is not %j', (value) => expect(normaliseTime(value)).toBeNull())
})

describe('a literal', () => {
  const operandsOf = (value: string) => {
    const { expression } = readExpression({ in: [{ var: value }, ['2026-01-31', 'x']] }, '')
    const operands = expression?.kind === 'call' ? withTimes(expression.operands) : []
    const list = operands[1]
    return list?.kind === 'list'
      ? list.items.map((item) => (item.kind === 'literal' ? [item.value, item.time] : null))
      : null
  }

  it('is a time next to one, if it is a date', () => {
    expect(operandsOf('finding.created')).toEqual([
      ['2026-01-31T00:00:00.000Z', true],
      ['x', false],
    ])
  })

  it('stays a text next to a text', () => {
    expect(operandsOf('finding.title')).toEqual([
      ['2026-01-31', false],
      ['x', false],
    ])
  })
})
