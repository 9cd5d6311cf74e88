/** S3 Control in process: the account's own Block Public Access settings, for the account that the call names. */
import type {
  DeletePublicAccessBlockCommandInput,
  GetPublicAccessBlockCommandInput,
  GetPublicAccessBlockCommandOutput,
  PublicAccessBlockConfiguration,
  PutPublicAccessBlockCommandInput,
} from '@aws-sdk/client-s3-control'
import { awsError, defineFake, type FakeContext, type Output } from './fake.js'

export interface S3ControlState {
  publicAccessBlock: PublicAccessBlockConfiguration | null
}

type Context = FakeContext<S3ControlState>

export const fakeS3Control = defineFake<S3ControlState>({
  key: 's3control',
  service: 'S3 Control',
  prefix: 's3',
  scope: 'account',
  initial: () => ({ publicAccessBlock: null }),
  permissions: {
    GetPublicAccessBlock: ['s3:GetAccountPublicAccessBlock'],
    PutPublicAccessBlock: ['s3:PutAccountPublicAccessBlock'],
    DeletePublicAccessBlock: ['s3:PutAccountPublicAccessBlock'],
  },
  operations: {
    GetPublicAccessBlock(
      input: GetPublicAccessBlockCommandInput,
      context: Context,
    ): Output<GetPublicAccessBlockCommandOutput> {
      const { publicAccessBlock } = stateOf(input, context)
      if (publicAccessBlock === null) {
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
      stateOf(input, context).publicAccessBlock = { ...off, ...input.PublicAccessBlockConfiguration }
      return undefined
    },
    DeletePublicAccessBlock(input: DeletePublicAccessBlockCommandInput, context: Context) {
      stateOf(input, context).publicAccessBlock = null
      return undefined
    },
  },
})

function stateOf({ AccountId }: { AccountId?: string | undefined }, { account, state }: Context): S3ControlState {
  if (AccountId !== account) throw awsError('AccessDenied', 'Access Denied', 403)
  return state
}
