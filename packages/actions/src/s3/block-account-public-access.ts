/**
 * Turns on the four Block Public Access settings of the account, which hold for all its buckets and access points.
 *
 * They come on top of each bucket's own settings and change none of those, so taking them back opens again exactly
 * what was open before.
 */
import { defineSetting } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { s3Control } from './control-client.js'
import { allBlocked, publicAccessFlags } from './public-access-flags.js'

export const blockAccountPublicAccess = defineSetting({
  name: 's3.block-account-public-access',
  summary: 'Turn on all four Block Public Access settings of the account.',
  resource: 'AWS::::Account',
  risk: 'disruptive',
  permissions: { read: ['s3:GetAccountPublicAccessBlock'], write: ['s3:PutAccountPublicAccessBlock'] },

  params: Type.Object({}, { additionalProperties: false }),

  describe: () => 'block public access to all buckets of the account',

  async read(_params, aws) {
    const { client, GetPublicAccessBlockCommand } = await s3Control(aws)
    try {
      const { PublicAccessBlockConfiguration } = await client.send(
        new GetPublicAccessBlockCommand({ AccountId: aws.account }),
      )
      return { configured: true, ...publicAccessFlags(PublicAccessBlockConfiguration) }
    } catch (error) {
      if (isAwsError(error, 'NoSuchPublicAccessBlockConfiguration'))
        return { configured: false, ...publicAccessFlags() }
      throw error
    }
  },
  want: () => ({ configured: true, ...allBlocked }),
  async write(_params, { configured, ...settings }, aws) {
    const { client, PutPublicAccessBlockCommand, DeletePublicAccessBlockCommand } = await s3Control(aws)
    const AccountId = aws.account
    if (configured) {
      await client.send(new PutPublicAccessBlockCommand({ AccountId, PublicAccessBlockConfiguration: settings }))
    } else {
      await client.send(new DeletePublicAccessBlockCommand({ AccountId }))
    }
  },
})
