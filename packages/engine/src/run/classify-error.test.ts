import { describe, expect, it } from 'vitest'
import { closeDoor } from '../testing/object-actions.js'
import { answer, objectWorld } from '../testing/object-world.js'
import { classifyError } from './classify-error.js'

const action = closeDoor(objectWorld())

describe('classifyError', () => {
  it.each<[string, unknown, boolean, string]>([
    ['AccessDenied', answer('AccessDenied', 403), true, 'ACCESS_DENIED'],
    ['AccessDeniedException', answer('AccessDeniedException', 400), true, 'ACCESS_DENIED'],
    ['EC2’s UnauthorizedOperation', answer('UnauthorizedOperation', 403), true, 'ACCESS_DENIED'],
    ['ThrottlingException', answer('ThrottlingException', 400), true, 'THROTTLED'],
    ['S3’s SlowDown, in spite of its 503', answer('SlowDown', 503), true, 'THROTTLED'],
    ['any 429', answer('Weird', 429), true, 'THROTTLED'],
    ['a bad parameter', answer('InvalidParameterValue', 400), true, 'InvalidParameterValue'],
    ['expired credentials', answer('ExpiredToken', 400), true, 'ExpiredToken'],
    ['a server error', answer('InternalError', 500), false, 'NOT_APPLIED'],
    ['an answer that cannot be parsed', answer('SyntaxError', 200), false, 'NOT_APPLIED'],
    ['a time-out', Object.assign(new Error('late'), { name: 'TimeoutError' }), false, 'NOT_APPLIED'],
    ['a reset connection', Object.assign(new Error('reset'), { code: 'ECONNRESET' }), false, 'NOT_APPLIED'],
    [
      'an error named like a denial that AWS did not answer',
      Object.assign(new Error('x'), { name: 'AccessDenied' }),
      false,
      'NOT_APPLIED',
    ],
    ['something that is no error', 'oh', false, 'NOT_APPLIED'],
    [
      'metadata that is no number',
      Object.assign(new Error('x'), { $metadata: { httpStatusCode: '400' } }),
      false,
      'NOT_APPLIED',
    ],
  ])('%s', (_name, error, definite, code) => {
    const classified = classifyError(error, action)
    expect(classified.definite).toBe(definite)
    expect(classified.outcome).toMatchObject({ kind: 'failed', code })
  })

  it('names the permissions that a denied write needs', () => {
    expect(classifyError(answer('AccessDenied', 403), action).outcome.message).toBe(
      'AWS denied access; this needs `door:Put`',
    )
  })
})
