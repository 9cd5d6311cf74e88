import { GetPublicAccessBlockCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { onCall } from './middleware.js'
import { allowOnlyReads, isRead } from './read-only.js'

describe('isRead', () => {
  it.each([
    'DescribeSecurityGroups',
    'GetPublicAccessBlock',
    'ListAccessKeys',
    'HeadObject',
    'BatchGetItem',
    'LookupEvents',
  ])('%s reads', (name) => expect(isRead(name)).toBe(true))
  it.each([
    'PutBucketPolicy',
    'UpdateAccessKey',
    'RevokeSecurityGroupIngress',
    'BatchUpdateFindings',
    'GetawayWith',
    'Get',
    '',
    'AssumeRole',
  ])('`%s` does not count as a read', (name) => expect(isRead(name)).toBe(false))
})

describe('a client that may only read', () => {
  function client() {
    const made = new S3Client({ region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
    const sent: string[] = []
    allowOnlyReads(made)
    onCall(made, 'answer', async (_input, { name }) => {
      sent.push(name)
      return { response: {}, output: { $metadata: {} } }
    })
    return { made, sent }
  }

  it('lets a read through', async () => {
    const { made, sent } = client()
    await made.send(new GetPublicAccessBlockCommand({ Bucket: 'logs' }))
    expect(sent).toEqual(['GetPublicAccessBlock'])
  })

  it('rejects a write before anything is sent', async () => {
    const { made, sent } = client()
    await expect(made.send(new PutBucketPolicyCommand({ Bucket: 'logs', Policy: '{}' }))).rejects.toMatchObject({
      code: 'aws.read-only',
      message: '`S3:PutBucketPolicy` was called while only reading is allowed',
    })
    expect(sent).toEqual([])
  })
})
