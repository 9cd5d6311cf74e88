/** S3 in process: buckets are one namespace for all accounts, and another account's bucket answers 403. */
import type {
  DeletePublicAccessBlockCommandInput,
  GetPublicAccessBlockCommandInput,
  GetPublicAccessBlockCommandOutput,
  PublicAccessBlockConfiguration,
  PutPublicAccessBlockCommandInput,
} from '@aws-sdk/client-s3'
import { awsError, defineFake, type FakeContext, type Output } from './fake.js'

export interface S3Bucket {
  publicAccessBlock?: PublicAccessBlockConfiguration
}

export interface S3State {
  buckets: { [name: string]: S3Bucket }
}

type Context = FakeContext<S3State>

function bucketOf(
  input: { Bucket: string | undefined; ExpectedBucketOwner?: string | undefined },
  context: Context,
): S3Bucket {
  const name = input.Bucket ?? ''
  const owner = context.elsewhere().find(({ state }) => name in state.buckets)
  if (owner === undefined) throw awsError('NoSuchBucket', 'The specified bucket does not exist', 404)
  if (owner.account !== (input.ExpectedBucketOwner ?? owner.account))
    throw awsError('AccessDenied', 'Access Denied', 403)
  const bucket = owner.state.buckets[name]
  if (bucket === undefined) throw awsError('NoSuchBucket', 'The specified bucket does not exist', 404)
  return bucket
}

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
  },
  operations: {
    GetPublicAccessBlock(
      input: GetPublicAccessBlockCommandInput,
      context: Context,
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
    PutPublicAccessBlock(input: PutPublicAccessBlockCommandInput, context: Context) {
      const off = {
        BlockPublicAcls: false,
        IgnorePublicAcls: false,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: false,
      }
      bucketOf(input, context).publicAccessBlock = { ...off, ...input.PublicAccessBlockConfiguration }
      return undefined
    },
    DeletePublicAccessBlock(input: DeletePublicAccessBlockCommandInput, context: Context) {
      delete bucketOf(input, context).publicAccessBlock
      return undefined
    },
  },
})
