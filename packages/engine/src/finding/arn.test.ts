import { describe, expect, it } from 'vitest'
import { parseArn, partitionOf } from './arn.js'

const regions = {
  aws: 'eu-west-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-iso': 'us-iso-east-1',
  'aws-iso-b': 'us-isob-east-1',
  'aws-iso-e': 'eu-isoe-west-1',
  'aws-iso-f': 'us-isof-south-1',
  'aws-eusc': 'eusc-de-east-1',
}

describe('an ARN', () => {
  it.each(Object.entries(regions))('of %s has a Region of that partition', (partition, region) => {
    const arn = { partition, service: 'ec2', region, account: '123456789012', resource: 'vpc/vpc-0a' }
    expect(parseArn(`arn:${partition}:ec2:${region}:123456789012:vpc/vpc-0a`)).toEqual({ kind: 'arn', arn })
    expect(partitionOf(region)).toBe(partition)
    for (const other of Object.keys(regions).filter((name) => name !== partition)) {
      const reason = 'names a Region of another partition'
      expect(parseArn(`arn:${other}:ec2:${region}:123456789012:vpc/vpc-0a`)).toEqual({ kind: 'malformed', reason })
    }
  })

  it.each([
    ['arn:aws:s3:::logs', { region: '', account: '', resource: 'logs' }],
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', { region: '', account: '', resource: 'policy/ReadOnlyAccess' }],
    ['arn:aws:rds:eu-west-1:123456789012:snapshot:rds:a', { resource: 'snapshot:rds:a' }],
  ])('%s is read', (text, arn) => expect(parseArn(text)).toMatchObject({ kind: 'arn', arn }))

  it.each([
    ['arn:aws::securityhub:eu-west-1::product/aws/guardduty', 'names no service'],
    ['arn:aws-x:s3:::logs', 'names an unknown partition'],
    ['arn:aws:ec2:eu-west-1:xxxxxxxxxxxx:instance/i-0', 'names no account of twelve digits'],
    ['arn:aws:ec2:eu-west-1:12345:instance/i-0', 'names no account of twelve digits'],
    ['arn:aws:ec2:Ireland:123456789012:instance/i-0', 'names no Region'],
    ['arn:aws:s3:::', 'names no resource'],
    ['arn:aws:s3', 'names no resource'],
    ['arn:', 'names an unknown partition'],
    ['arn:aws', 'names no service'],
    ['arn:aws:s3:::logs\n', 'holds a control character'],
    ['arn:aws:s3:::lo\u0085gs', 'holds a control character'],
    ['arn:aws:s3:::\u0000', 'holds a control character'],
    ['arn:aws:ec2:eu-west-1:123456789012\u007f:instance/i-0', 'holds a control character'],
    ['arn:aws:ec2:eu-west-1\r:123456789012:instance/i-0', 'holds a control character'],
    ['arn:aws:ec2\t:eu-west-1:123456789012:instance/i-0', 'holds a control character'],
    ['arn:aws\n:s3:::logs', 'holds a control character'],
    ['arn:\n', 'holds a control character'],
    [`arn:aws:s3:::${'a'.repeat(2048)}`, 'is longer than 2048 characters'],
  ])('%j is malformed', (text, reason) => expect(parseArn(text)).toEqual({ kind: 'malformed', reason }))

  it.each(['i-0123', 'AWS::::Account:123456789012', '', ' arn:aws:s3:::logs', 'ARN:aws:s3:::logs'])(
    '%j is none',
    (text) => expect(parseArn(text)).toEqual({ kind: 'other' }),
  )
})
