import { describe, expect, it } from 'vitest'
import { answerWith } from '../testing/answer-with.js'
import { applyOnce } from '../testing/apply-once.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import type { KmsKey } from '../testing/kms.js'
import { fakeKms } from '../testing/kms.js'
import { keepsTheLaws } from '../testing/laws.js'
import { planOf } from '../testing/plan-of.js'
import { enableKeyRotation } from './enable-key-rotation.js'

const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab'
const params = { keyId }
const keyWith = (key: KmsKey) => inProcessAws({ '123456789012': { 'eu-west-1': { kms: { keys: { [keyId]: key } } } } })

keepsTheLaws(enableKeyRotation, params, {
  open: {
    'a key as it is made': () => keyWith({}),
    'a key whose rotation was turned off': () => keyWith({ rotationEnabled: false }),
  },
  closed: {
    'a key that rotates every year': () => keyWith({ rotationEnabled: true }),
    'a key that rotates more often': () => keyWith({ rotationEnabled: true, rotationPeriodInDays: 90 }),
    'a key of AWS that rotates': () => keyWith({ rotationEnabled: true, manager: 'AWS' }),
  },
})

it('takes the ARN of a key too', async () => {
  const world = keyWith({})
  await applyOnce(enableKeyRotation, { keyId: `arn:aws:kms:eu-west-1:123456789012:key/${keyId}` }, world)
  expect(world.state).toMatchObject({
    '123456789012': {
      'eu-west-1': { kms: { keys: { [keyId]: { rotationEnabled: true, rotationPeriodInDays: 365 } } } },
    },
  })
})

it('says that a key is gone', async () => {
  expect(await planOf(enableKeyRotation, { keyId: 'another' }, keyWith({}))).toEqual({ kind: 'gone' })
})

describe('a key that cannot rotate is refused, with the reason', () => {
  it.each<[string, KmsKey]>([
    ['AWS manages it', { manager: 'AWS' }],
    ['it is not symmetric (RSA_2048)', { spec: 'RSA_2048' }],
    ['it is not symmetric (HMAC_256)', { spec: 'HMAC_256' }],
    ['KMS did not make its material (EXTERNAL)', { origin: 'EXTERNAL' }],
    ['KMS did not make its material (AWS_CLOUDHSM)', { origin: 'AWS_CLOUDHSM' }],
    ['its state is Disabled', { state: 'Disabled' }],
    ['its state is PendingDeletion', { state: 'PendingDeletion' }],
    ['it is a replica of the primary in eu-central-1', { replicaOf: 'eu-central-1' }],
  ])('%s', async (reason, key) => {
    expect(await planOf(enableKeyRotation, params, keyWith(key))).toEqual({
      kind: 'refused',
      code: 'UNSUPPORTED',
      message: `key \`${keyId}\` cannot rotate: ${reason}`,
    })
  })
})

it.each([
  ['GetKeyRotationStatus', 'the rotation status'],
  ['DescribeKey', 'the metadata'],
])('does not guess from an empty answer to %s', async (operation, what) => {
  const state = { '123456789012': { 'eu-west-1': { kms: { keys: { [keyId]: {} } } } } }
  const world = inProcessAws(state, { fakes: [answerWith(fakeKms, { [operation]: {} })] })
  await expect(planOf(enableKeyRotation, params, world)).rejects.toMatchObject({
    code: 'aws.failed',
    message: `AWS answered without ${what} of ${keyId}`,
  })
})
