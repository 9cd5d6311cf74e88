import { expect, it } from 'vitest'
import { awsError } from '../testing/fake.js'
import { isAwsError } from './is-aws-error.js'

it('tells AWS’s errors by their code, and nothing else by its name', () => {
  expect(isAwsError(awsError('NoSuchBucket', 'gone', 404), 'NoSuchKey', 'NoSuchBucket')).toBe(true)
  expect(isAwsError(awsError('AccessDenied', 'no', 403), 'NoSuchBucket')).toBe(false)
  expect(isAwsError(Object.assign(new Error('mine'), { name: 'NoSuchBucket' }), 'NoSuchBucket')).toBe(false)
  expect(isAwsError('NoSuchBucket', 'NoSuchBucket')).toBe(false)
})
