/** KMS in process: keys and their rotation. Keys that cannot rotate answer as in AWS. */
import type {
  DescribeKeyCommandInput,
  DescribeKeyCommandOutput,
  DisableKeyRotationCommandInput,
  EnableKeyRotationCommandInput,
  GetKeyRotationStatusCommandInput,
  GetKeyRotationStatusCommandOutput,
  KeyMetadata,
} from '@aws-sdk/client-kms'
import { awsError, defineFake, type FakeContext, type Output } from './fake.js'

/** A member that is not given is that of an ordinary customer key: enabled, symmetric, made by KMS. */
export interface KmsKey {
  rotationEnabled?: boolean
  rotationPeriodInDays?: number
  manager?: 'AWS' | 'CUSTOMER'
  state?: 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport' | 'Unavailable'
  spec?: 'SYMMETRIC_DEFAULT' | 'RSA_2048' | 'ECC_NIST_P256' | 'HMAC_256'
  origin?: 'AWS_KMS' | 'EXTERNAL' | 'AWS_CLOUDHSM'
  /** Region of the primary key, for a replica. */
  replicaOf?: string
}

export interface KmsState {
  keys: { [id: string]: KmsKey }
}

type Context = FakeContext<KmsState>

export const fakeKms = defineFake<KmsState>({
  key: 'kms',
  service: 'KMS',
  prefix: 'kms',
  scope: 'region',
  initial: () => ({ keys: {} }),
  operations: {
    DescribeKey(input: DescribeKeyCommandInput, context: Context): Output<DescribeKeyCommandOutput> {
      return { KeyMetadata: shown(idOf(input), keyOf(input, context), context) }
    },
    GetKeyRotationStatus(
      input: GetKeyRotationStatusCommandInput,
      context: Context,
    ): Output<GetKeyRotationStatusCommandOutput> {
      const key = keyOf(input, context)
      onlyRotatable(key)
      const { rotationEnabled = false, rotationPeriodInDays = 365 } = key
      return {
        KeyRotationEnabled: rotationEnabled,
        ...(rotationEnabled ? { RotationPeriodInDays: rotationPeriodInDays } : {}),
      }
    },
    EnableKeyRotation(input: EnableKeyRotationCommandInput, context: Context) {
      const key = changeable(input, context)
      key.rotationEnabled = true
      key.rotationPeriodInDays = input.RotationPeriodInDays ?? 365
      return undefined
    },
    DisableKeyRotation(input: DisableKeyRotationCommandInput, context: Context) {
      const key = changeable(input, context)
      key.rotationEnabled = false
      delete key.rotationPeriodInDays
      return undefined
    },
  },
})

function idOf({ KeyId = '' }: { KeyId: string | undefined }): string {
  return KeyId.split('/').at(-1) ?? ''
}

function keyOf(input: { KeyId: string | undefined }, { state, account, region, partition }: Context): KmsKey {
  const key = state.keys[idOf(input)]
  if (key !== undefined) return key
  const arn = `arn:${partition}:kms:${region}:${account}:key/${idOf(input)}`
  throw awsError('NotFoundException', `Key '${arn}' does not exist`)
}

function onlyRotatable({ spec = 'SYMMETRIC_DEFAULT', origin = 'AWS_KMS', state }: KmsKey): void {
  if (state === 'PendingDeletion') throw awsError('KMSInvalidStateException', 'the key is pending deletion.')
  if (spec !== 'SYMMETRIC_DEFAULT' || origin !== 'AWS_KMS') {
    throw awsError('UnsupportedOperationException', 'the key does not support rotation.')
  }
}

function changeable(input: { KeyId: string | undefined }, context: Context): KmsKey {
  const key = keyOf(input, context)
  onlyRotatable(key)
  if (key.manager === 'AWS') throw awsError('AccessDeniedException', 'AWS managed keys cannot be changed.')
  if (key.state === 'Disabled') throw awsError('DisabledException', 'the key is disabled.')
  if (key.replicaOf !== undefined) throw awsError('UnsupportedOperationException', 'the key is a replica.')
  return key
}

function shown(id: string, key: KmsKey, { account, region, partition }: Context): KeyMetadata {
  const { manager = 'CUSTOMER', state = 'Enabled', spec = 'SYMMETRIC_DEFAULT', origin = 'AWS_KMS', replicaOf } = key
  const arnIn = (place: string) => `arn:${partition}:kms:${place}:${account}:key/${id}`
  return {
    KeyId: id,
    Arn: arnIn(region),
    KeyManager: manager,
    KeyState: state,
    KeySpec: spec,
    Origin: origin,
    Enabled: state === 'Enabled',
    MultiRegion: replicaOf !== undefined,
    ...(replicaOf === undefined
      ? {}
      : {
          MultiRegionConfiguration: {
            MultiRegionKeyType: 'REPLICA',
            PrimaryKey: { Arn: arnIn(replicaOf), Region: replicaOf },
          },
        }),
  }
}
