/** State of S3 in process. A bucket policy is kept as JSON, so that a world can be written in YAML. */
import type {
  Grant,
  PublicAccessBlockConfiguration,
  ServerSideEncryption,
  ServerSideEncryptionConfiguration,
  StorageClass,
} from '@aws-sdk/client-s3'
import type { JsonObject } from '@redress/engine'
import { awsError, type FakeContext } from './fake.js'

export interface S3Object {
  size?: number
  encryption?: { algorithm: ServerSideEncryption; kmsKeyId?: string }
  tags?: { [key: string]: string }
  metadata?: { [key: string]: string }
  storageClass?: StorageClass
  websiteRedirectLocation?: string
  /** Grants beyond the owner's full control. */
  grants?: Grant[]
  retainUntil?: string
  /** Changes with every write. */
  etag?: string
}

export interface S3Bucket {
  publicAccessBlock?: PublicAccessBlockConfiguration
  /** Text stands for what a policy may also be: no JSON. */
  policy?: JsonObject | string
  encryption?: ServerSideEncryptionConfiguration | null
  objects?: { [key: string]: S3Object }
}

export interface S3State {
  buckets: { [name: string]: S3Bucket }
}

export type S3Context = FakeContext<S3State>

export interface BucketInput {
  readonly Bucket: string | undefined
  readonly ExpectedBucketOwner?: string | undefined
}

export function bucketOf(input: BucketInput, context: S3Context): S3Bucket {
  const name = input.Bucket ?? ''
  const owner = context.elsewhere().find(({ state }) => Object.hasOwn(state.buckets, name))
  const bucket = owner?.state.buckets[name]
  if (owner === undefined || bucket === undefined)
    throw awsError('NoSuchBucket', 'The specified bucket does not exist', 404)
  if (owner.account !== (input.ExpectedBucketOwner ?? owner.account))
    throw awsError('AccessDenied', 'Access Denied', 403)
  return bucket
}

/** The object, or an error with the code that this operation answers for a missing one. */
export function objectOf(
  input: BucketInput & { readonly Key: string | undefined },
  context: S3Context,
  code: 'NoSuchKey' | 'NotFound',
): S3Object {
  const { objects = {} } = bucketOf(input, context)
  const key = input.Key ?? ''
  const object = Object.hasOwn(objects, key) ? objects[key] : undefined
  if (object === undefined) throw awsError(code, 'The specified key does not exist.', 404)
  return object
}
