import { describe, expect, it } from 'vitest'
import { closeDoor } from '../testing/object-actions.js'
import { answer, objectWorld } from '../testing/object-world.js'
import { awsErrorInfo, missingPermission, readRefusal } from './aws-error.js'
import { RedressError } from './problem.js'

const action = closeDoor(objectWorld())

describe('awsErrorInfo', () => {
  it.each<[unknown, object]>([
    [answer('NoSuchBucket', 404, 'gone'), { code: 'NoSuchBucket', status: 404, message: 'gone' }],
    [new Error('reset'), { code: 'Error', status: null, message: 'reset' }],
    ['text', { code: 'Error', status: null, message: 'text' }],
    [null, { code: 'Error', status: null, message: 'null' }],
  ])('reads %s', (error, info) => {
    expect(awsErrorInfo(error)).toEqual(info)
  })
})

describe('missingPermission', () => {
  it.each([
    ['User: u is not authorized to perform: s3:PutBucketPolicy on resource: r', [], 'AWS denied `s3:PutBucketPolicy`'],
    ['Access Denied', ['s3:A', 's3:B'], 'AWS denied access; this needs `s3:A`, `s3:B`'],
    ['Access Denied', [], 'AWS denied access; this needs more permissions'],
  ])('%s', (message, permissions, text) => {
    expect(missingPermission({ code: 'AccessDenied', status: 403, message }, permissions)).toBe(text)
  })
})

describe('readRefusal', () => {
  it.each<[unknown, string, string]>([
    [new RedressError('aws.identity', 'another account'), 'IDENTITY', 'another account'],
    [answer('AccessDenied', 403), 'ACCESS_DENIED', 'AWS denied access; this needs `door:Get`'],
    [answer('InternalError', 500, 'later'), 'UNREADABLE', 'the state cannot be read: later (InternalError)'],
    [new Error('ENOTFOUND'), 'UNREADABLE', 'the state cannot be read: ENOTFOUND'],
  ])('%s is refused as %s', (error, code, message) => {
    expect(readRefusal(error, action)).toEqual({ kind: 'refused', code, message })
  })
})
