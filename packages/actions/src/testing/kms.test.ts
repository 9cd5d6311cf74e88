import {
  DescribeKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyRotationCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
} from '@aws-sdk/client-kms'
import type { IntentReceipt } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from './in-process-aws.js'
import type { KmsKey } from './kms.js'

const receipt: IntentReceipt = JSON.parse('{"runId":"test","seq":0}')
const clientWith = async (key: KmsKey) => {
  const world = inProcessAws({ '123456789012': { 'eu-west-1': { kms: { keys: { k: key } } } } })
  const aws = await world.aws.writing({ account: '123456789012', region: 'eu-west-1', partition: 'aws' }, receipt)
  return aws.client(KMSClient)
}

describe('a key that cannot rotate', () => {
  it.each<[string, KmsKey]>([
    ['UnsupportedOperationException', { spec: 'HMAC_256' }],
    ['UnsupportedOperationException', { origin: 'EXTERNAL' }],
    ['UnsupportedOperationException', { replicaOf: 'us-east-1' }],
    ['KMSInvalidStateException', { state: 'PendingDeletion' }],
    ['DisabledException', { state: 'Disabled' }],
    ['AccessDeniedException', { manager: 'AWS' }],
  ])('answers %s to a change: %j', async (name, key) => {
    const kms = await clientWith(key)
    await expect(kms.send(new EnableKeyRotationCommand({ KeyId: 'k' }))).rejects.toMatchObject({ name })
    await expect(kms.send(new DisableKeyRotationCommand({ KeyId: 'k' }))).rejects.toMatchObject({ name })
  })
})

it('tells the period of a key that rotates, and none of one that does not', async () => {
  const kms = await clientWith({})
  expect(await kms.send(new GetKeyRotationStatusCommand({ KeyId: 'k' }))).not.toHaveProperty('RotationPeriodInDays')
  await kms.send(new EnableKeyRotationCommand({ KeyId: 'k', RotationPeriodInDays: 90 }))
  expect(await kms.send(new GetKeyRotationStatusCommand({ KeyId: 'k' }))).toMatchObject({ RotationPeriodInDays: 90 })
})

it('does not know a key that is not there', async () => {
  const kms = await clientWith({})
  await expect(kms.send(new DescribeKeyCommand({ KeyId: 'other' }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: "Key 'arn:aws:kms:eu-west-1:123456789012:key/other' does not exist",
  })
})
