import {
  CopyObjectCommand,
  GetObjectAclCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from './index.js'

async function s3(object: object = {}) {
  const world = inProcessAws({ '123456789012': { global: { s3: { buckets: { data: { objects: { a: object } } } } } } })
  const target = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
  const session = await world.aws.writing(target, JSON.parse('{"runId":"r","seq":0}'))
  return session.client(S3Client)
}
const a = { Bucket: 'data', Key: 'a' }
const group = { Grantee: { Type: 'Group' as const, URI: 'http://acs.amazonaws.com/groups/global/AllUsers' } }

describe('an object', () => {
  it('is small, encrypted by S3 and of class STANDARD, which goes unsaid', async () => {
    const client = await s3()
    const { $metadata, ...head } = await client.send(new HeadObjectCommand(a))
    expect(head).toEqual({ ContentLength: 1_024, ETag: '"0"', ServerSideEncryption: 'AES256' })
  })

  it('belongs to its owner, and to whom it is granted beside', async () => {
    const client = await s3({ grants: [{ ...group, Permission: 'READ' }] })
    const { Owner, Grants } = await client.send(new GetObjectAclCommand(a))
    expect(Grants?.map(({ Grantee, Permission }) => [Grantee?.ID === Owner?.ID, Permission])).toEqual([
      [true, 'FULL_CONTROL'],
      [false, 'READ'],
    ])
  })

  it('has its whole set of tags replaced, and takes ten', async () => {
    const client = await s3({ tags: { old: 'x' } })
    await client.send(new PutObjectTaggingCommand({ ...a, Tagging: { TagSet: [{ Key: 'new', Value: 'y' }] } }))
    expect((await client.send(new GetObjectTaggingCommand(a))).TagSet).toEqual([{ Key: 'new', Value: 'y' }])
    const TagSet = Array.from({ length: 11 }, (_, i) => ({ Key: `${i}`, Value: '' }))
    await expect(client.send(new PutObjectTaggingCommand({ ...a, Tagging: { TagSet } }))).rejects.toMatchObject({
      name: 'BadRequest',
    })
  })
})

describe('a copy onto itself', () => {
  it('forgets storage class, redirect and grants that the call does not name', async () => {
    const client = await s3({
      storageClass: 'STANDARD_IA',
      websiteRedirectLocation: '/b',
      grants: [{ ...group, Permission: 'READ' }],
      tags: { team: 'blue' },
    })
    await client.send(new CopyObjectCommand({ ...a, CopySource: 'data/a' }))
    const { $metadata, ...head } = await client.send(new HeadObjectCommand(a))
    expect(head).toEqual({ ContentLength: 1_024, ETag: '"1"', ServerSideEncryption: 'AES256' })
    expect((await client.send(new GetObjectAclCommand(a))).Grants).toHaveLength(1)
    expect((await client.send(new GetObjectTaggingCommand(a))).TagSet).toEqual([{ Key: 'team', Value: 'blue' }])
  })

  it.each([
    ['other content than was seen', {}, { CopySourceIfMatch: '"other"' }, 'PreconditionFailed'],
    ['more than five GiB', { size: 5 * 1_024 ** 3 + 1 }, {}, 'InvalidRequest'],
  ])('is not made of %s', async (_name, object, input, name) => {
    const client = await s3(object)
    const copied = client.send(new CopyObjectCommand({ ...a, CopySource: 'data/a', ...input }))
    await expect(copied).rejects.toMatchObject({ name })
  })
})
