/**
 * Turns on the four Block Public Access settings of one bucket.
 *
 * The four are one switch in practice: any of them off leaves a way in, so this action wants all four. AWS
 * models "never configured" as an error and not as four falses, which `read` maps back.
 */
import { defineSetting } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { BucketName } from './bucket-name.js'
import { s3 } from './client.js'
import { allBlocked, publicAccessFlags } from './public-access-flags.js'

export const blockPublicAccess = defineSetting({
  name: 's3.block-public-access',
  summary: 'Turn on all four Block Public Access settings of a bucket.',
  resource: 'AWS::S3::Bucket',
  risk: 'disruptive',
  permissions: { read: ['s3:GetBucketPublicAccessBlock'], write: ['s3:PutBucketPublicAccessBlock'] },

  params: Type.Object({ bucket: BucketName }, { additionalProperties: false }),

  describe: ({ bucket }) => `block public access to bucket ${bucket}`,

  async read({ bucket }, aws) {
    const { client, GetPublicAccessBlockCommand } = await s3(aws)
    try {
      const { PublicAccessBlockConfiguration } = await client.send(new GetPublicAccessBlockCommand({ Bucket: bucket }))
      return { configured: true, ...publicAccessFlags(PublicAccessBlockConfiguration) }
    } catch (error) {
      if (isAwsError(error, 'NoSuchPublicAccessBlockConfiguration'))
        return { configured: false, ...publicAccessFlags() }
      if (isAwsError(error, 'NoSuchBucket')) return null
      throw error
    }
  },
  want: () => ({ configured: true, ...allBlocked }),
  async write({ bucket }, { configured, ...settings }, aws) {
    const { client, PutPublicAccessBlockCommand, DeletePublicAccessBlockCommand } = await s3(aws)
    if (configured) {
      await client.send(new PutPublicAccessBlockCommand({ Bucket: bucket, PublicAccessBlockConfiguration: settings }))
    } else {
      await client.send(new DeletePublicAccessBlockCommand({ Bucket: bucket }))
    }
  },
})
