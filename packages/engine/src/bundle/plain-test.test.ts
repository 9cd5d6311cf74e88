import { expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { plainTest } from './plain-test.js'

it.each<[Json, readonly Json[] | null]>([
  ['S3.8', ['S3.8']],
  [7, [7]],
  [false, [false]],
  [
    ['a', 7],
    ['a', 7],
  ],
  [[], null],
  [null, null],
  [['a', null], null],
  [['a', { prefix: 'b' }], null],
  [{ prefix: 'b' }, null],
])('%j asks for %j', (wanted, values) => {
  expect(plainTest(wanted)).toEqual(values === null ? null : { is: 'in', values })
})
