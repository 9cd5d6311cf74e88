import { expect, it } from 'vitest'
import type { JsonObject } from './json.js'
import { namedControls } from './named-controls.js'

it.each<[JsonObject, readonly string[] | null]>([
  [{ control: 'S3.8' }, ['S3.8']],
  [{ control: ['S3.8', 'S3.1'] }, ['S3.8', 'S3.1']],
  [{ control: ['S3.8', { prefix: 'EC2.' }] }, null],
  [{ control: { prefix: 'S3.' } }, null],
  [{ control: [] }, null],
  [{ account: '123456789012' }, null],
])('%j names %j', (match, names) => {
  expect(namedControls(match)).toEqual(names)
})
