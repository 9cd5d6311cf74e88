import fc from 'fast-check'
import { expect, it } from 'vitest'
import { endOfDay } from './dates.js'

it.each([
  ['2027-03-31', '2027-04-01T00:00:00.000Z'],
  ['2026-12-31', '2027-01-01T00:00:00.000Z'],
  ['2028-02-29', '2028-03-01T00:00:00.000Z'],
])('%s ends at %s', (day, end) => {
  expect(new Date(endOfDay(day) ?? 0).toISOString()).toBe(end)
})

it.each([
  '2027-02-29',
  '2027-02-31',
  '2027-13-01',
  '2027-00-10',
  '2027-1-1',
  '27-01-01',
  '2027-03-31T00:00',
  '',
  'never',
])('%s is no day', (text) => {
  expect(endOfDay(text)).toBeNull()
})

it('every day of the calendar ends a day after it starts', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10)
      expect(endOfDay(day)).toBe(Date.parse(day) + 86_400_000)
    }),
  )
})
