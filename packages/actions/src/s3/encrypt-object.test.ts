import { describe, expect, it } from 'vitest'
import { inProcessAws } from '../testing/index.js'
import { keepsTheLaws } from '../testing/laws.js'
import { contextAt, planOf } from '../testing/plan-of.js'
import { encryptObject } from './encrypt-object.js'

const id = '11111111-2222-3333-4444-555555555555'
const key = `arn:aws:kms:eu-west-1:123456789012:key/${id}`
const otherKey = 'arn:aws:kms:eu-west-1:123456789012:key/99999999-2222-3333-4444-555555555555'
const name = 'a/people & places.csv'
const params = { object: `data/${name}`, kmsKeyId: key }

const objectWith = (object: object = {}) =>
  inProcessAws({ '123456789012': { global: { s3: { buckets: { data: { objects: { [name]: object } } } } } } })

keepsTheLaws(encryptObject, params, {
  open: {
    'an object with S3’s own key': () => objectWith(),
    'an object with AWS’s own KMS key': () => objectWith({ encryption: { algorithm: 'aws:kms', kmsKeyId: otherKey } }),
  },
  closed: {
    'an object with this key': () => objectWith({ encryption: { algorithm: 'aws:kms', kmsKeyId: key } }),
    'an object with two layers': () => objectWith({ encryption: { algorithm: 'aws:kms:dsse', kmsKeyId: otherKey } }),
  },
})

const target = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const writing = (world: ReturnType<typeof objectWith>) => world.aws.writing(target, JSON.parse('{"runId":"r","seq":0}'))
const before = { algorithm: 'AES256', kmsKeyId: null }
const after = { algorithm: 'aws:kms', kmsKeyId: key }
const item = { params, context: contextAt(0), before, after }

describe('copying an object onto itself', () => {
  it('keeps metadata, tags, storage class and redirect', async () => {
    const kept = {
      metadata: { owner: 'alice' },
      tags: { team: 'blue' },
      storageClass: 'STANDARD_IA',
      websiteRedirectLocation: '/people',
    }
    const world = objectWith(kept)
    await encryptObject.apply([item], await writing(world))
    expect(world.state['123456789012']?.['global']?.['s3']).toMatchObject({
      buckets: { data: { objects: { [name]: { ...kept, encryption: { algorithm: 'aws:kms', kmsKeyId: key } } } } },
    })
  })

  it('names source and owner in a way that S3 takes, and only for the content that was seen', async () => {
    const world = objectWith({ etag: '"abc"' })
    const [applied] = await encryptObject.apply([item], await writing(world))
    expect(applied).toEqual({ kind: 'done', receipt: { replacedVersion: null, replacedETag: '"abc"' } })
    expect(world.calls.at(-1)).toMatchObject({
      operation: 'CopyObject',
      input: {
        CopySource: 'data/a/people%20%26%20places.csv',
        CopySourceIfMatch: '"abc"',
        ExpectedBucketOwner: '123456789012',
        ExpectedSourceBucketOwner: '123456789012',
      },
    })
  })

  it('is taken back by a copy with the old encryption', async () => {
    const world = objectWith()
    const session = await writing(world)
    await encryptObject.apply([item], session)
    await encryptObject.undo?.([{ ...item, receipt: null }], session)
    expect(await planOf(encryptObject, params, world)).toEqual({ kind: 'change', before, after })
  })
})

describe('an object that a copy would harm', () => {
  it.each([
    [
      'is too large',
      { size: 5 * 1_024 ** 3 + 1 },
      'OBJECT_TOO_LARGE',
      `object \`data/${name}\` has 5368709121 bytes, and one copy takes 5368709120`,
    ],
    [
      'is archived',
      { storageClass: 'DEEP_ARCHIVE' },
      'OBJECT_ARCHIVED',
      `object \`data/${name}\` is archived and must be restored before it can be copied`,
    ],
    [
      'is locked',
      { retainUntil: '2027-01-01T00:00:00Z' },
      'OBJECT_LOCKED',
      `object \`data/${name}\` is under Object Lock, which a copy would not carry over`,
    ],
    [
      'is granted to others',
      {
        grants: [
          { Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' }, Permission: 'READ' },
        ],
      },
      'OBJECT_ACL',
      `object \`data/${name}\` grants access by an ACL, which a copy would drop`,
    ],
  ])('is refused when it %s', async (_name, object, code, message) => {
    expect(await planOf(encryptObject, params, objectWith(object))).toEqual({ kind: 'refused', code, message })
  })

  it('is refused only if there is something to do', async () => {
    const world = objectWith({ size: 6 * 1_024 ** 3, encryption: { algorithm: 'aws:kms', kmsKeyId: key } })
    expect((await planOf(encryptObject, params, world)).kind).toBe('closed')
  })

  it('of exactly five GiB is copied', async () => {
    expect((await planOf(encryptObject, params, objectWith({ size: 5 * 1_024 ** 3 }))).kind).toBe('change')
  })
})

it('a key id is one of the target’s account and Region', async () => {
  expect(await planOf(encryptObject, { ...params, kmsKeyId: id }, objectWith())).toEqual({
    kind: 'change',
    before,
    after,
  })
})

it('an object that is gone is told as gone', async () => {
  expect(await planOf(encryptObject, { ...params, object: 'data/gone' }, objectWith())).toEqual({ kind: 'gone' })
})
