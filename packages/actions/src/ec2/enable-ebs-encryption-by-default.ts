/**
 * Turns on encryption by default for new EBS volumes and snapshot copies in one Region of an account.
 *
 * It is a setting of the Region that the session is for, and says nothing about volumes that exist. The default
 * KMS key is left as it is.
 */
import { defineSetting, RedressError } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { ec2 } from './client.js'

export const enableEbsEncryptionByDefault = defineSetting({
  name: 'ec2.enable-ebs-encryption-by-default',
  summary: 'Turn on encryption by default for new EBS volumes in the Region.',
  resource: 'AWS::::Account',
  risk: 'safe',
  permissions: {
    read: ['ec2:GetEbsEncryptionByDefault'],
    write: ['ec2:DisableEbsEncryptionByDefault', 'ec2:EnableEbsEncryptionByDefault'],
  },

  params: Type.Object({}, { additionalProperties: false }),

  describe: () => 'encrypt new EBS volumes by default',

  async read(_params, aws) {
    const { client, GetEbsEncryptionByDefaultCommand } = await ec2(aws)
    const { EbsEncryptionByDefault } = await client.send(new GetEbsEncryptionByDefaultCommand({}))
    if (EbsEncryptionByDefault === undefined) {
      throw new RedressError('aws.failed', 'AWS answered without the EBS encryption default')
    }
    return { enabled: EbsEncryptionByDefault }
  },
  want: () => ({ enabled: true }),
  async write(_params, { enabled }, aws) {
    const { client, DisableEbsEncryptionByDefaultCommand, EnableEbsEncryptionByDefaultCommand } = await ec2(aws)
    if (enabled) await client.send(new EnableEbsEncryptionByDefaultCommand({}))
    else await client.send(new DisableEbsEncryptionByDefaultCommand({}))
  },
})
