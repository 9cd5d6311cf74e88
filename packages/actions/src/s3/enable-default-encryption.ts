/**
 * Sets how new objects of a bucket are encrypted when an upload does not say; objects that are there stay as they are.
 *
 * Only ever upward: SSE-S3, then KMS, then KMS in two layers. A bucket with a customer key of its own keeps that key
 * even if another is asked for, since whoever reads the bucket may have no right to the other.
 */
import type { ServerSideEncryptionConfiguration, ServerSideEncryptionRule } from '@aws-sdk/client-s3'
import { defineSetting } from '@redress/engine'
import { type Static, Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { BucketName } from './bucket-name.js'
import { s3 } from './client.js'

const params = Type.Object(
  {
    bucket: BucketName,
    algorithm: Type.Optional(
      Type.Union([Type.Literal('AES256'), Type.Literal('aws:kms')], {
        description: 'AES256 when not given; naming a key asks for aws:kms.',
      }),
    ),
    kmsKeyId: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 2048,
        description: 'Key id, ARN or alias; not given or `alias/aws/s3`: AWS’s own.',
      }),
    ),
    bucketKey: Type.Optional(
      Type.Boolean({
        description: 'True turns on the S3 Bucket Key, which makes KMS cheaper; it is never turned off.',
      }),
    ),
  },
  { additionalProperties: false },
)

type Algorithm = NonNullable<
  NonNullable<ServerSideEncryptionRule['ApplyServerSideEncryptionByDefault']>['SSEAlgorithm']
>

interface State {
  readonly [member: string]: string | boolean | null | readonly Blocked[]
  readonly algorithm: Algorithm | null
  readonly kmsKeyId: string | null
  readonly bucketKey: boolean
  /** Kinds of encryption that uploads may not use, sent back as read. */
  readonly blockedTypes: readonly Blocked[]
}
type Blocked = NonNullable<NonNullable<ServerSideEncryptionRule['BlockedEncryptionTypes']>['EncryptionType']>[number]

/** Weakest first; whatever is not listed is a mechanism of AWS's own and is left alone. */
const strength: readonly (Algorithm | null)[] = [null, 'AES256', 'aws:kms']

export const enableDefaultEncryption = defineSetting({
  name: 's3.enable-default-encryption',
  summary: 'Encrypt new objects of a bucket by default, with S3’s keys or with KMS.',
  resource: 'AWS::S3::Bucket',
  risk: 'disruptive',
  permissions: { read: ['s3:GetEncryptionConfiguration'], write: ['s3:PutEncryptionConfiguration'] },

  params,

  describe: ({ bucket, ...asked }) => `encrypt new objects of bucket ${bucket} with ${wantedAlgorithm(asked)}`,

  async read({ bucket }, aws): Promise<State | null> {
    const { client, GetBucketEncryptionCommand } = await s3(aws)
    try {
      const found = await client.send(new GetBucketEncryptionCommand({ Bucket: bucket }))
      return stateOf(found.ServerSideEncryptionConfiguration)
    } catch (error) {
      if (isAwsError(error, 'ServerSideEncryptionConfigurationNotFoundError')) return stateOf(undefined)
      if (isAwsError(error, 'NoSuchBucket')) return null
      throw error
    }
  },
  want(current, asked): State {
    const now = strength.indexOf(current.algorithm)
    const wanted = wantedAlgorithm(asked)
    if (now === -1 || now > strength.indexOf(wanted)) return current
    const named = asked.kmsKeyId ?? null
    const kmsKeyId = isCustomerKey(named) && !isCustomerKey(current.kmsKeyId) ? named : current.kmsKeyId
    return {
      ...current,
      algorithm: wanted,
      kmsKeyId,
      bucketKey: current.bucketKey || (wanted === 'aws:kms' && asked.bucketKey === true),
    }
  },
  async write({ bucket }, next, aws) {
    const { client, PutBucketEncryptionCommand, DeleteBucketEncryptionCommand } = await s3(aws)
    if (next.algorithm === null) {
      await client.send(new DeleteBucketEncryptionCommand({ Bucket: bucket }))
      return
    }
    const rule = {
      ApplyServerSideEncryptionByDefault: {
        SSEAlgorithm: next.algorithm,
        ...(next.kmsKeyId === null ? {} : { KMSMasterKeyID: next.kmsKeyId }),
      },
      BucketKeyEnabled: next.bucketKey,
      ...(next.blockedTypes.length === 0 ? {} : { BlockedEncryptionTypes: { EncryptionType: [...next.blockedTypes] } }),
    }
    await client.send(
      new PutBucketEncryptionCommand({ Bucket: bucket, ServerSideEncryptionConfiguration: { Rules: [rule] } }),
    )
  },
})

function stateOf(configuration: ServerSideEncryptionConfiguration | undefined): State {
  // S3 keeps exactly one rule, although the form is a list.
  const rule = configuration?.Rules?.[0]
  return {
    algorithm: rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm ?? null,
    kmsKeyId: rule?.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID ?? null,
    bucketKey: rule?.BucketKeyEnabled === true,
    blockedTypes: rule?.BlockedEncryptionTypes?.EncryptionType ?? [],
  }
}

function wantedAlgorithm({ algorithm, kmsKeyId }: Omit<Static<typeof params>, 'bucket'>): 'AES256' | 'aws:kms' {
  return kmsKeyId === undefined ? (algorithm ?? 'AES256') : 'aws:kms'
}

/** AWS’s own key is the one that S3 takes when none is named. */
function isCustomerKey(kmsKeyId: string | null): boolean {
  return kmsKeyId !== null && !kmsKeyId.endsWith('alias/aws/s3')
}
