import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from '../testing/index.js'
import { keepsTheLaws } from '../testing/laws.js'
import { contextAt, planOf } from '../testing/plan-of.js'
import { enableDefaultEncryption } from './enable-default-encryption.js'

const key = 'arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555'
const otherKey = 'arn:aws:kms:eu-west-1:123456789012:key/99999999-2222-3333-4444-555555555555'

const bucketWith = (encryption?: object | null) =>
  inProcessAws({
    '123456789012': { global: { s3: { buckets: { logs: encryption === undefined ? {} : { encryption } } } } },
  })
const rule = (SSEAlgorithm: string, KMSMasterKeyID?: string, more: object = {}) => ({
  Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm, KMSMasterKeyID }, ...more }],
})

keepsTheLaws(
  enableDefaultEncryption,
  { bucket: 'logs' },
  {
    // S3 itself sees to this much since 2023, so there is nothing to open again.
    open: {},
    closed: {
      'a bucket as S3 makes it': () => bucketWith(),
      'a bucket with KMS': () => bucketWith(rule('aws:kms', key)),
      'a bucket with KMS in two layers': () => bucketWith(rule('aws:kms:dsse')),
    },
  },
)

keepsTheLaws(
  enableDefaultEncryption,
  { bucket: 'logs', algorithm: 'aws:kms', kmsKeyId: key, bucketKey: true },
  {
    open: {
      'a bucket as S3 makes it': () => bucketWith(),
      'a bucket with AWS’s own key': () => bucketWith(rule('aws:kms')),
      'a bucket with AWS’s own key by its alias': () => bucketWith(rule('aws:kms', 'alias/aws/s3')),
      'a bucket without a bucket key': () => bucketWith(rule('aws:kms', key)),
      'a bucket that lets no SSE-C in': () =>
        bucketWith(rule('AES256', undefined, { BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] } })),
    },
    closed: {
      'a bucket with exactly this': () => bucketWith(rule('aws:kms', key, { BucketKeyEnabled: true })),
      'a bucket with a customer key of its own': () =>
        bucketWith(rule('aws:kms', otherKey, { BucketKeyEnabled: true })),
      'a bucket with KMS in two layers': () => bucketWith(rule('aws:kms:dsse', otherKey)),
    },
  },
)

keepsTheLaws(
  enableDefaultEncryption,
  { bucket: 'logs', kmsKeyId: 'alias/aws/s3' },
  {
    open: { 'a bucket as S3 makes it': () => bucketWith() },
    closed: {
      'a bucket with AWS’s own key, which is not named': () => bucketWith(rule('aws:kms')),
      'a bucket with a customer key': () => bucketWith(rule('aws:kms', key)),
    },
  },
)

it('a bucket that answers as before 2023 gets SSE-S3', async () => {
  expect(await planOf(enableDefaultEncryption, { bucket: 'logs' }, bucketWith(null))).toMatchObject({
    kind: 'change',
    before: { algorithm: null },
    after: { algorithm: 'AES256' },
  })
})

describe('what is not asked for', () => {
  it('stays: kinds of encryption that are shut out', async () => {
    const blocked = { BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] } }
    const planned = await planOf(
      enableDefaultEncryption,
      { bucket: 'logs', algorithm: 'aws:kms' },
      bucketWith(rule('AES256', undefined, blocked)),
    )
    expect(planned).toMatchObject({
      kind: 'change',
      after: { algorithm: 'aws:kms', kmsKeyId: null, bucketKey: false, blockedTypes: ['SSE-C'] },
    })
  })

  it('a key alone asks for KMS', async () => {
    expect(await planOf(enableDefaultEncryption, { bucket: 'logs', kmsKeyId: key }, bucketWith())).toMatchObject({
      after: { algorithm: 'aws:kms', kmsKeyId: key },
    })
  })

  it('never gets weaker', () => {
    const rank = new Map<string | null, number>([
      [null, 0],
      ['AES256', 1],
      ['aws:kms', 2],
      ['aws:kms:dsse', 3],
    ])
    fc.assert(
      fc.property(
        fc.constantFrom(null, 'AES256' as const, 'aws:kms' as const, 'aws:kms:dsse' as const),
        fc.constantFrom(null, key, otherKey),
        fc.boolean(),
        fc.constantFrom('AES256' as const, 'aws:kms' as const),
        (algorithm, kmsKeyId, bucketKey, asked) => {
          const before = { algorithm, kmsKeyId, bucketKey, blockedTypes: [] }
          const params = { bucket: 'logs', algorithm: asked }
          const after = enableDefaultEncryption.definition.want(before, params, contextAt(0))
          expect(rank.get(after.algorithm)).toBeGreaterThanOrEqual(rank.get(algorithm) ?? 0)
          expect(after).toMatchObject({ kmsKeyId, bucketKey })
        },
      ),
    )
  })
})

it('says with what', () => {
  expect(enableDefaultEncryption.describe({ bucket: 'logs', kmsKeyId: key })).toBe(
    'encrypt new objects of bucket logs with aws:kms',
  )
})
