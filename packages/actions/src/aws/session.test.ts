import {
  CopyObjectCommand,
  GetPublicAccessBlockCommand,
  ListBucketsCommand,
  PutBucketPolicyCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { describe, expect, it } from 'vitest'
import { onCall, onRequest, serviceOf } from './middleware.js'
import { openSession, timeouts } from './session.js'

const target = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const credentials = async () => ({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' })

/** A session whose clients answer nothing and remember what they were asked. */
function open(access: 'read' | 'write') {
  const inputs: object[] = []
  const session = openSession({
    target,
    access,
    credentials,
    endpoint: null,
    prepare: (client) =>
      onCall(client, 'answer', async (input) => {
        inputs.push(input)
        return { response: {}, output: { $metadata: {} } }
      }),
  })
  return { session, inputs }
}

describe('a session', () => {
  it('makes one client of a kind, for its Region', async () => {
    const { session } = open('read')
    expect(session.client(S3Client)).toBe(session.client(S3Client))
    expect(serviceOf(session.client(STSClient))).toBe('STS')
    expect(await session.client(S3Client).config.region()).toBe('eu-west-1')
  })

  it('sends writes once, and reads up to five times', async () => {
    expect(await open('write').session.client(S3Client).config.maxAttempts()).toBe(1)
    expect(await open('read').session.client(S3Client).config.maxAttempts()).toBe(5)
  })

  it('never waits without end: its timeouts throw', () => {
    expect(timeouts).toEqual({ connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true })
  })

  it('rejects writes while it may only read, and sends them when it may write', async () => {
    const write = () => new PutBucketPolicyCommand({ Bucket: 'logs', Policy: '{}' })
    await expect(open('read').session.client(S3Client).send(write())).rejects.toMatchObject({ code: 'aws.read-only' })
    const { session, inputs } = open('write')
    await session.client(S3Client).send(write())
    expect(inputs).toHaveLength(1)
  })
})

describe('S3 calls', () => {
  it('say whose bucket they mean', async () => {
    const { session, inputs } = open('read')
    await session.client(S3Client).send(new GetPublicAccessBlockCommand({ Bucket: 'logs' }))
    expect(inputs).toEqual([{ Bucket: 'logs', ExpectedBucketOwner: '123456789012' }])
  })

  it('that copy say so of both sides', async () => {
    const { session, inputs } = open('write')
    await session.client(S3Client).send(new CopyObjectCommand({ Bucket: 'logs', Key: 'k', CopySource: 'logs/k' }))
    expect(inputs).toMatchObject([{ ExpectedBucketOwner: '123456789012', ExpectedSourceBucketOwner: '123456789012' }])
  })

  it('without a bucket are left as they are', async () => {
    const { session, inputs } = open('read')
    await session.client(S3Client).send(new ListBucketsCommand({}))
    expect(inputs).toEqual([{}])
  })
})

it('an endpoint of one’s own is where every service is called', async () => {
  const hosts: string[] = []
  const session = openSession({
    target,
    access: 'read',
    credentials,
    endpoint: 'http://127.0.0.1:9',
    prepare: (client) =>
      onRequest(client, 'host', (request) => {
        if ('hostname' in request) hosts.push(String(request.hostname))
        throw new Error('nothing is sent here')
      }),
  })
  await expect(session.client(STSClient).send(new GetCallerIdentityCommand({}))).rejects.toThrow('nothing is sent')
  expect(hosts).toEqual(['127.0.0.1'])
})

it('what is no client of the SDK is refused', () => {
  expect(() => serviceOf({})).toThrow('not a client of the AWS SDK v3')
})
