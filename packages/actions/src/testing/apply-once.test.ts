import { expect, it } from 'vitest'
import { enableEbsEncryptionByDefault } from '../ec2/enable-ebs-encryption-by-default.js'
import { applyOnce } from './apply-once.js'
import { inProcessAws } from './in-process-aws.js'

const regionWith = (ebsEncryptionByDefault: boolean) =>
  inProcessAws({ '123456789012': { 'eu-west-1': { ec2: { ebsEncryptionByDefault } } } })

it('applies what is planned, and takes it back when asked', async () => {
  const world = regionWith(false)
  const { undo } = await applyOnce(enableEbsEncryptionByDefault, {}, world)
  expect(world.state).toMatchObject({ '123456789012': { 'eu-west-1': { ec2: { ebsEncryptionByDefault: true } } } })
  await undo()
  expect(world.state).toMatchObject({ '123456789012': { 'eu-west-1': { ec2: { ebsEncryptionByDefault: false } } } })
})

it('fails where there is nothing to apply', async () => {
  await expect(applyOnce(enableEbsEncryptionByDefault, {}, regionWith(true))).rejects.toThrow(
    'expected a change, got {"kind":"closed","state":{"enabled":true}}',
  )
})
