import { expect, it } from 'vitest'
import { bucketAndKey, ObjectName } from './object-name.js'

it.each([
  ['logs/a.txt', 'logs', 'a.txt'],
  ['logs/2026/11/a.txt', 'logs', '2026/11/a.txt'],
  ['logs//a', 'logs', '/a'],
  ['my.bucket-1/ä b+c.csv', 'my.bucket-1', 'ä b+c.csv'],
])('%s is key and bucket', (object, Bucket, Key) => {
  expect(object).toMatch(new RegExp(ObjectName.pattern ?? ''))
  expect(bucketAndKey(object)).toEqual({ Bucket, Key })
})

it.each(['logs', 'logs/', '/a.txt', 'Logs/a.txt'])('%s is no object', (object) => {
  expect(object).not.toMatch(new RegExp(ObjectName.pattern ?? ''))
})
