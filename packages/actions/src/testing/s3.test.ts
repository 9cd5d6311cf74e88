import {
  DeleteBucketEncryptionCommand,
  DeletePublicAccessBlockCommand,
  GetBucketEncryptionCommand,
  GetBucketPolicyCommand,
  GetPublicAccessBlockCommand,
  PutBucketPolicyCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from './index.js'

async function s3(bucket: object = {}) {
  const world = inProcessAws({ '123456789012': { global: { s3: { buckets: { logs: bucket } } } } })
  const target = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
  const session = await world.aws.writing(target, JSON.parse('{"runId":"r","seq":0}'))
  return session.client(S3Client)
}
const Bucket = 'logs'

describe('a bucket', () => {
  it.each([
    ['Block Public Access', new GetPublicAccessBlockCommand({ Bucket }), 'NoSuchPublicAccessBlockConfiguration'],
    ['policy', new GetBucketPolicyCommand({ Bucket }), 'NoSuchBucketPolicy'],
  ])('without a %s answers with an error', async (_name, command, name) => {
    const client = await s3()
    const answer = command instanceof GetBucketPolicyCommand ? client.send(command) : client.send(command)
    await expect(answer).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 404 } })
  })

  it('takes settings that a call leaves out as off', async () => {
    const client = await s3()
    const PublicAccessBlockConfiguration = { BlockPublicAcls: true }
    await client.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }))
    expect((await client.send(new GetPublicAccessBlockCommand({ Bucket }))).PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      IgnorePublicAcls: false,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: false,
    })
    await client.send(new DeletePublicAccessBlockCommand({ Bucket }))
    const gone = client.send(new GetPublicAccessBlockCommand({ Bucket }))
    await expect(gone).rejects.toMatchObject({ name: 'NoSuchPublicAccessBlockConfiguration' })
  })

  it('is encrypted with SSE-S3 unless it says otherwise', async () => {
    const kms = { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }] }
    const client = await s3({ encryption: kms })
    const read = new GetBucketEncryptionCommand({ Bucket })
    expect((await client.send(read)).ServerSideEncryptionConfiguration).toEqual(kms)
    await client.send(new DeleteBucketEncryptionCommand({ Bucket }))
    expect((await client.send(read)).ServerSideEncryptionConfiguration).toEqual({
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    })
  })

  it.each([
    ['no JSON', 'no', 'MalformedPolicy'],
    ['no policy', '{}', 'MalformedPolicy'],
    ['more than 20 KB', JSON.stringify({ Statement: ['a'.repeat(20_480)] }), 'PolicyTooLarge'],
  ])('takes no policy that is %s', async (_name, Policy, name) => {
    const client = await s3()
    await expect(client.send(new PutBucketPolicyCommand({ Bucket, Policy }))).rejects.toMatchObject({ name })
  })
})
