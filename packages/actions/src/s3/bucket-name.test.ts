import { expect, it } from 'vitest'
import { BucketName } from './bucket-name.js'

const isBucketName = (name: string) => new RegExp(BucketName.pattern ?? '').test(name)

it.each(['logs', 'my.bucket-1', '1ab', 'a'.repeat(63)])('%s is a bucket name', (name) => {
  expect(isBucketName(name)).toBe(true)
})

it.each(['', 'ab', 'Logs', '-logs', 'logs-', 'a/b', 'logs\n', 'a'.repeat(64)])('%j is none', (name) => {
  expect(isBucketName(name)).toBe(false)
})
