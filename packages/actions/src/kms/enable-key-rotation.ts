/**
 * Turns on automatic rotation of a customer managed key.
 *
 * KMS rotates only enabled symmetric keys whose material it made itself, and a multi-Region key only by its primary;
 * every other key is refused with the reason, for no retry helps. Rotation keeps old material, so what was encrypted
 * before can still be read.
 */
import type { KeyMetadata } from '@aws-sdk/client-kms'
import { type AwsSession, defineSetting, RedressError } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { kms } from './client.js'

/** What KMS takes when no period is given. */
const usualPeriod = 365

export const enableKeyRotation = defineSetting({
  name: 'kms.enable-key-rotation',
  summary: 'Turn on automatic rotation of a customer managed KMS key.',
  resource: 'AWS::KMS::Key',
  risk: 'safe',
  permissions: {
    read: ['kms:DescribeKey', 'kms:GetKeyRotationStatus'],
    write: ['kms:DisableKeyRotation', 'kms:EnableKeyRotation'],
  },

  params: Type.Object(
    {
      keyId: Type.String({
        pattern: '^(arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/)?[0-9A-Za-z-]{1,64}$',
        description: 'Id or ARN of the key; an alias is not accepted.',
      }),
    },
    { additionalProperties: false },
  ),

  describe: ({ keyId }) => `turn on rotation of key ${keyId}`,

  async read({ keyId }, aws) {
    const { client, GetKeyRotationStatusCommand } = await kms(aws)
    try {
      const status = await client.send(new GetKeyRotationStatusCommand({ KeyId: keyId }))
      if (status.KeyRotationEnabled === undefined) {
        throw new RedressError('aws.failed', `AWS answered without the rotation status of ${keyId}`)
      }
      const enabled = status.KeyRotationEnabled
      return { enabled, periodInDays: enabled ? (status.RotationPeriodInDays ?? usualPeriod) : null }
    } catch (error) {
      if (isAwsError(error, 'NotFoundException')) return null
      // Keys that cannot rotate answer so; `hold` says why.
      if (isAwsError(error, 'UnsupportedOperationException', 'KMSInvalidStateException')) {
        return { enabled: false, periodInDays: null }
      }
      throw error
    }
  },

  want: (current) => (current.enabled ? current : { enabled: true, periodInDays: usualPeriod }),

  async hold(_state, { keyId }, aws) {
    const reason = whyNot(await keyOf(keyId, aws))
    if (reason === null) return null
    return { kind: 'refused', code: 'UNSUPPORTED', message: `key \`${keyId}\` cannot rotate: ${reason}` }
  },

  async write({ keyId }, { enabled, periodInDays }, aws) {
    const { client, DisableKeyRotationCommand, EnableKeyRotationCommand } = await kms(aws)
    if (!enabled) {
      await client.send(new DisableKeyRotationCommand({ KeyId: keyId }))
      return
    }
    const period = periodInDays === null ? {} : { RotationPeriodInDays: periodInDays }
    await client.send(new EnableKeyRotationCommand({ KeyId: keyId, ...period }))
  },
})

async function keyOf(keyId: string, aws: AwsSession): Promise<KeyMetadata> {
  const { client, DescribeKeyCommand } = await kms(aws)
  const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: keyId }))
  if (KeyMetadata === undefined) throw new RedressError('aws.failed', `AWS answered without the metadata of ${keyId}`)
  return KeyMetadata
}

/** Why a key cannot rotate; what AWS does not say counts against it. */
function whyNot(key: KeyMetadata): string | null {
  if (key.KeyManager !== 'CUSTOMER') return 'AWS manages it'
  if (key.KeySpec !== 'SYMMETRIC_DEFAULT') return `it is not symmetric (${key.KeySpec ?? 'unknown'})`
  if (key.Origin !== 'AWS_KMS') return `KMS did not make its material (${key.Origin ?? 'unknown'})`
  if (key.KeyState !== 'Enabled') return `its state is ${key.KeyState ?? 'unknown'}`
  if (key.MultiRegionConfiguration?.MultiRegionKeyType === 'REPLICA') {
    return `it is a replica of the primary in ${key.MultiRegionConfiguration.PrimaryKey?.Region ?? 'another Region'}`
  }
  return null
}
