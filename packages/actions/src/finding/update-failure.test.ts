import { RedressError } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { awsError } from '../testing/fake.js'
import { failureOf } from './update-failure.js'

describe('failureOf', () => {
  it.each([
    [
      'a denial names the permission',
      awsError('AccessDeniedException', 'no', 403),
      { kind: 'failed', code: 'ACCESS_DENIED', message: 'AWS denied `securityhub:BatchUpdateFindings`' },
    ],
    [
      'a refused request is a failure',
      awsError('InvalidInputException', 'bad\ninput'),
      { kind: 'failed', code: 'InvalidInputException', message: 'Security Hub refused the update: bad input' },
    ],
    [
      'a server error proves nothing',
      awsError('InternalException', 'oops', 500),
      { kind: 'unknown', code: 'NO_ANSWER', message: 'the update may or may not have been made: oops' },
    ],
    [
      'no answer proves nothing',
      new Error('socket hang up'),
      { kind: 'unknown', code: 'NO_ANSWER', message: 'the update may or may not have been made: socket hang up' },
    ],
  ])('%s', (_name, error, expected) => {
    expect(failureOf(error)).toEqual(expected)
  })
  it('passes on an error of our own', () => {
    const error = new RedressError('aws.read-only', 'no')
    expect(() => failureOf(error)).toThrow(error)
  })
})
