import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject } from '../contracts/json.js'
import { readResource } from './resource.js'

function read(raw: JsonObject & { readonly id: string }) {
  return readResource(
    { item: raw, base: [], body: raw, id: raw.id, idPath: ['id'] },
    {
      type: [['type']],
      region: [['region']],
      partition: [['partition']],
      owner: [['owner']],
      details: [['details']],
      parseDetails: (value) => (isJsonObject(value) ? { value } : { reason: 'is not an object' }),
      readTags: () => null,
    },
  )
}

const volume = 'arn:aws:ec2:eu-west-1:123456789012:volume/vol-0123'

describe('a resource', () => {
  it('takes account, Region and partition from its ARN', () => {
    const resource = read({ id: volume, type: 'AwsEc2Volume' })
    expect(resource).toMatchObject({ account: '123456789012', region: 'eu-west-1', partition: 'aws', name: 'vol-0123' })
    expect(resource.provenance).toMatchObject({ account: 'id', region: 'id', partition: 'id' })
  })

  it('takes them from what stands beside an ARN that does not say', () => {
    const given = { id: 'arn:aws:s3:::logs', type: 'AwsS3Bucket', region: 'eu-west-1', owner: '123456789012' }
    const resource = read(given)
    expect(resource).toMatchObject({ account: '123456789012', region: 'eu-west-1', name: 'logs', unreadable: {} })
    expect(resource.provenance).toMatchObject({ account: 'owner', region: 'region', partition: 'id' })
  })

  it.each(['global', 'aws-global', ''])('with the Region %j has none of its own', (region) => {
    const resource = read({ id: 'arn:aws:iam::123456789012:user/alice', type: 'AwsIamUser', region })
    expect(resource).toMatchObject({ region: null, unreadable: {} })
  })

  it.each([
    ['region', { region: 'us-east-1' }, '`id` says `eu-west-1` but `region` says `us-east-1`'],
    ['account', { owner: '111122223333' }, '`id` says `123456789012` but `owner` says `111122223333`'],
    ['partition', { partition: 'aws-cn' }, '`id` says `aws` but `partition` says `aws-cn`'],
    ['region', { region: 'Ireland' }, '`region` is not the name of a Region'],
    ['account', { owner: '1' }, '`owner` is not an account id of twelve digits'],
    ['details', { details: 'x' }, '`details` is not an object'],
    ['type', { type: 7 }, '`type` is not a string'],
  ])('cannot tell its %s from %j', (field, changes, reason) => {
    const resource = read({ id: volume, ...changes })
    expect(Reflect.get(resource, field)).toBeNull()
    expect(resource.unreadable).toEqual({ [field]: reason })
    expect(resource.provenance[field]).toBeUndefined()
  })

  it('with a malformed ARN has nothing that an ARN would tell, whatever stands beside it', () => {
    const id = 'arn:aws:ec2:eu-west-1:xxxxxxxxxxxx:volume/vol-0123'
    const resource = read({ id, type: 'AwsEc2Volume', region: 'eu-west-1', owner: '123456789012', partition: 'aws' })
    const reason = '`id` is a malformed ARN: it names no account of twelve digits'
    expect(resource).toMatchObject({ id, account: null, region: null, partition: null, name: null })
    expect(resource.unreadable).toEqual({ account: reason, region: reason, partition: reason, name: reason })
  })

  it('cannot be in a Region of another partition than its own', () => {
    const resource = read({ id: 'arn:aws:s3:::logs', type: 'AwsS3Bucket', region: 'cn-north-1' })
    expect(resource).toMatchObject({ region: null, partition: 'aws' })
    expect(resource.unreadable).toEqual({ region: '`cn-north-1` is not a Region of the partition `aws`' })
    expect(read({ id: 'x', region: 'us-ashburn-1', partition: 'other' })).toMatchObject({ region: 'us-ashburn-1' })
  })

  it('that is an account is in that account', () => {
    const id = 'AWS::::Account:123456789012'
    expect(read({ id, type: 'AwsAccount' })).toMatchObject({ name: '123456789012', account: '123456789012' })
    const other = read({ id, type: 'AwsAccount', owner: '111122223333' })
    expect(other.unreadable).toEqual({ account: '`id` says `123456789012` but `owner` says `111122223333`' })
  })

  it('of an isolated partition is spelt as ARNs spell it', () => {
    expect(read({ id: 'x', partition: 'aws-us-iso-b' }).partition).toBe('aws-iso-b')
    expect(read({ id: 'x', partition: 'aws-us-gov' }).partition).toBe('aws-us-gov')
    expect(read({ id: 'x', partition: 'AzureCloud' }).partition).toBe('AzureCloud')
  })
})
