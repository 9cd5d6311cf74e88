/** S3 in process: buckets are one namespace for all accounts, and another account's bucket answers 403. */
import type {
  DeleteBucketEncryptionCommandInput,
  DeleteBucketPolicyCommandInput,
  DeletePublicAccessBlockCommandInput,
  GetBucketEncryptionCommandInput,
  GetBucketEncryptionCommandOutput,
  GetBucketPolicyCommandInput,
  GetBucketPolicyCommandOutput,
  GetPublicAccessBlockCommandInput,
  GetPublicAccessBlockCommandOutput,
  PutBucketEncryptionCommandInput,
  PutBucketPolicyCommandInput,
  PutPublicAccessBlockCommandInput,
} from '@aws-sdk/client-s3'
import { isJsonObject } from '@redress/engine'
import { awsError, defineFake, type Output } from './fake.js'
import { objectOperations, objectPermissions } from './s3-objects.js'
import { bucketOf, type S3Context, type S3State } from './s3-state.js'

const maxPolicyBytes = 20_480

export const fakeS3 = defineFake<S3State>({
  key: 's3',
  service: 'S3',
  prefix: 's3',
  scope: 'account',
  initial: () => ({ buckets: {} }),
  permissions: {
    GetPublicAccessBlock: ['s3:GetBucketPublicAccessBlock'],
    PutPublicAccessBlock: ['s3:PutBucketPublicAccessBlock'],
    DeletePublicAccessBlock: ['s3:PutBucketPublicAccessBlock'],
    GetBucketEncryption: ['s3:GetEncryptionConfiguration'],
    PutBucketEncryption: ['s3:PutEncryptionConfiguration'],
    DeleteBucketEncryption: ['s3:PutEncryptionConfiguration'],
    ...objectPermissions,
  },
  operations: {
    GetPublicAccessBlock(
      input: GetPublicAccessBlockCommandInput,
      context: S3Context,
    ): Output<GetPublicAccessBlockCommandOutput> {
      const { publicAccessBlock } = bucketOf(input, context)
      if (publicAccessBlock === undefined) {
        throw awsError(
          'NoSuchPublicAccessBlockConfiguration',
          'The public access block configuration was not found',
          404,
        )
      }
      return { PublicAccessBlockConfiguration: publicAccessBlock }
    },
    PutPublicAccessBlock(input: PutPublicAccessBlockCommandInput, context: S3Context) {
      const off = {
        BlockPublicAcls: false,
        IgnorePublicAcls: false,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: false,
      }
      bucketOf(input, context).publicAccessBlock = { ...off, ...input.PublicAccessBlockConfiguration }
      return undefined
    },
    DeletePublicAccessBlock(input: DeletePublicAccessBlockCommandInput, context: S3Context) {
      delete bucketOf(input, context).publicAccessBlock
      return undefined
    },

    GetBucketPolicy(input: GetBucketPolicyCommandInput, context: S3Context): Output<GetBucketPolicyCommandOutput> {
      const { policy } = bucketOf(input, context)
      if (policy === undefined) throw awsError('NoSuchBucketPolicy', 'The bucket policy does not exist', 404)
      return { Policy: typeof policy === 'string' ? policy : JSON.stringify(policy) }
    },
    PutBucketPolicy(input: PutBucketPolicyCommandInput, context: S3Context) {
      const text = input.Policy ?? ''
      if (new TextEncoder().encode(text).length > maxPolicyBytes)
        throw awsError('PolicyTooLarge', 'Policy exceeds the maximum allowed document size.')
      bucketOf(input, context).policy = parsedPolicy(text)
      return undefined
    },
    DeleteBucketPolicy(input: DeleteBucketPolicyCommandInput, context: S3Context) {
      delete bucketOf(input, context).policy
      return undefined
    },

    GetBucketEncryption(
      input: GetBucketEncryptionCommandInput,
      context: S3Context,
    ): Output<GetBucketEncryptionCommandOutput> {
      // Every bucket has had SSE-S3 since 2023; a `null` plays one that answers as before.
      const { encryption } = bucketOf(input, context)
      if (encryption === null) {
        throw awsError(
          'ServerSideEncryptionConfigurationNotFoundError',
          'The server side encryption configuration was not found',
          404,
        )
      }
      const initial = { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } }] }
      return { ServerSideEncryptionConfiguration: encryption ?? initial }
    },
    PutBucketEncryption(input: PutBucketEncryptionCommandInput, context: S3Context) {
      const { ServerSideEncryptionConfiguration } = input
      if (ServerSideEncryptionConfiguration === undefined) throw awsError('MalformedXML', 'The XML is not well-formed')
      bucketOf(input, context).encryption = ServerSideEncryptionConfiguration
      return undefined
    },
    DeleteBucketEncryption(input: DeleteBucketEncryptionCommandInput, context: S3Context) {
      delete bucketOf(input, context).encryption
      return undefined
    },

    ...objectOperations,
  },
})

function parsedPolicy(text: string) {
  try {
    const policy: unknown = JSON.parse(text)
    if (isJsonObject(policy) && 'Statement' in policy) return policy
  } catch {
    // Falls through to what AWS answers.
  }
  throw awsError('MalformedPolicy', "Policies must be valid JSON and the first byte must be a '{'")
}
