import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timestamp } from './timestamps.js'

describe('a timestamp', () => {
  it.each([
    ['2026-01-15T08:30:00Z', '2026-01-15T08:30:00.000Z'],
    ['2026-01-15T08:30:00.123456+00:00', '2026-01-15T08:30:00.123Z'],
    ['2026-01-15T08:30:00.999999999Z', '2026-01-15T08:30:01.000Z'],
    ['2026-01-15T08:30:00+0530', '2026-01-15T03:00:00.000Z'],
    ['2026-01-15T08:30:00-08', '2026-01-15T16:30:00.000Z'],
    ['2026-01-15 08:30:00', '2026-01-15T08:30:00.000Z'],
    ['2026-01-15 08:30:00.5 +01:00', '2026-01-15T07:30:00.500Z'],
    ['2026-01-15', '2026-01-15T00:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    [1_768_465_800_000, '2026-01-15T08:30:00.000Z'],
    [1_768_465_800, '2026-01-15T08:30:00.000Z'],
  ])('%j is the instant %s', (value, iso) => expect(timestamp(value)).toEqual({ value: iso }))

  it.each([
    ['1977-06-02T122:29:47Z', 'is not a date: `1977-06-02T122:29:47Z`'],
    ['yesterday', 'is not a date: `yesterday`'],
    ['2026-02-29T00:00:00Z', 'is not a date that exists: `2026-02-29T00:00:00Z`'],
    ['2026-01-15T24:00:00Z', 'is not a date that exists: `2026-01-15T24:00:00Z`'],
    ['2026-01-15T08:60:00Z', 'is not a date that exists: `2026-01-15T08:60:00Z`'],
    ['2026-01-15T08:30:00+19:00', 'is not a date that exists: `2026-01-15T08:30:00+19:00`'],
    ['0001-01-01T00:00:00Z', 'is not a date that exists: `0001-01-01T00:00:00Z`'],
    ['1969-12-31T23:59:59Z', 'is not a date between 1970 and 9999'],
    ['9999-12-31T23:59:59-18:00', 'is not a date between 1970 and 9999'],
    [1e300, 'is not a date between 1970 and 9999'],
    [-1, 'is not a date between 1970 and 9999'],
    [true, 'is not a date'],
    ['a`\n`b', 'is not a date: `a   b`'],
  ])('%j cannot be read', (value, reason) => expect(timestamp(value)).toEqual({ reason }))

  it('that is blank is absent', () => expect(timestamp(' ')).toBeNull())

  it('reads every instant that ISO 8601 writes, whatever its offset', () => {
    const instant = fc.date({ min: new Date(1e12), max: new Date(4e12), noInvalidDate: true })
    fc.assert(
      fc.property(instant, fc.integer({ min: -1080, max: 1080 }), (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1)
        const minutes = String(Math.abs(offset) % 60).padStart(2, '0')
        const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')
        const text = `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`
        expect(timestamp(text)).toEqual({ value: date.toISOString() })
      }),
    )
  })
})
