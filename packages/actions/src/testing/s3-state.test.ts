import { expect, it } from 'vitest'
import { bucketOf, objectOf, type S3Context, type S3State } from './s3-state.js'

function contextOf(states: { readonly [account: string]: S3State }): S3Context {
  return {
    state: states['123456789012'] ?? { buckets: {} },
    account: '123456789012',
    region: 'eu-west-1',
    partition: 'aws',
    now: 0,
    nextId: () => 1,
    elsewhere: () => Object.entries(states).map(([account, state]) => ({ account, state })),
    other: () => ({}),
  }
}

const ours = { '123456789012': { buckets: { logs: { objects: { a: { size: 1 } } } } } }
const theirs = { '111122223333': { buckets: { logs: {} } } }

it('a bucket is found by its name in any account', () => {
  expect(bucketOf({ Bucket: 'logs' }, contextOf(theirs))).toEqual({})
})

it.each([
  ['nobody has', 'none', {}, 'NoSuchBucket', 404],
  ['is named like a member of every object', 'constructor', ours, 'NoSuchBucket', 404],
  ['another account has', 'logs', theirs, 'AccessDenied', 403],
])('a bucket that %s is an error', (_name, Bucket, states, name, httpStatusCode) => {
  const read = () => bucketOf({ Bucket, ExpectedBucketOwner: '123456789012' }, contextOf(states))
  expect(read).toThrow(expect.objectContaining({ name, $metadata: expect.objectContaining({ httpStatusCode }) }))
})

it('an object is found by its key, or is the error of the operation', () => {
  expect(objectOf({ Bucket: 'logs', Key: 'a' }, contextOf(ours), 'NoSuchKey')).toEqual({ size: 1 })
  expect(() => objectOf({ Bucket: 'logs', Key: 'b' }, contextOf(ours), 'NotFound')).toThrow(
    expect.objectContaining({ name: 'NotFound' }),
  )
})
