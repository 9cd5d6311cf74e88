import { expect, it } from 'vitest'
import { isWithin } from './is-within.js'

it.each([
  ['=', [false, true, false]],
  ['<', [true, false, false]],
  ['<=', [true, true, false]],
  ['>', [false, false, true]],
  ['>=', [false, true, true]],
] as const)('%s 70 takes 69, 70 and 71: %j', (sign, taken) => {
  expect([69, 70, 71].map((number) => isWithin(number, [{ sign, number: 70 }]))).toEqual(taken)
})

it('a number has to keep to each of several bounds', () => {
  const bounds = [
    { sign: '>=', number: 40 },
    { sign: '<', number: 70 },
  ] as const
  expect([39, 40, 69, 70].map((number) => isWithin(number, bounds))).toEqual([false, true, true, false])
})

it('what is no number keeps to none', () => {
  expect((['=', '<', '<=', '>', '>='] as const).filter((sign) => isWithin(Number.NaN, [{ sign, number: 1 }]))).toEqual(
    [],
  )
})
