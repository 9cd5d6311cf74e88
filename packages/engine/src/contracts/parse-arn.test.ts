import { expect, it } from 'vitest'
import { parseArn } from './parse-arn.js'

it.each([
  [
    'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-1',
    ['aws', 'ec2', 'eu-west-1', '123456789012', 'security-group/sg-1'],
  ],
  ['arn:aws:s3:::logs', ['aws', 's3', null, null, 'logs']],
  ['arn:aws:iam::123456789012:user/a:b', ['aws', 'iam', null, '123456789012', 'user/a:b']],
  ['arn:aws:iam::aws:policy/AdministratorAccess', ['aws', 'iam', null, 'aws', 'policy/AdministratorAccess']],
  [
    'arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/1',
    ['aws-us-gov', 'kms', 'us-gov-west-1', '123456789012', 'key/1'],
  ],
])('%s', (text, [partition, service, region, account, resource]) => {
  expect(parseArn(text)).toEqual({ partition, service, region, account, resource })
})

it.each([
  'sg-0123',
  'AWS::::Account:123456789012',
  'arn:aws:ec2:eu-west-1:12345:x',
  'arn:aws:ec2:eu-west-1:123456789012:',
  'arn:aws:ec2:eu-west-1:123456789012:x\n',
  'arn:aws:ec2:eu-west-1:123456789012\n:x',
  ' arn:aws:s3:::logs',
  'arn:evil:s3:::logs',
])('%j is no ARN', (text) => {
  expect(parseArn(text)).toBeNull()
})
