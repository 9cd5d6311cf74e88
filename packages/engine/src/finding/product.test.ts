import { describe, expect, it } from 'vitest'
import { productIn } from './product.js'

describe('the product of a finding', () => {
  it.each([
    ['arn:aws:securityhub:eu-west-1::product/aws/securityhub', 'aws/securityhub'],
    ['arn:aws:securityhub:eu-west-1::productv2/aws/securityhub', 'aws/securityhub'],
    ['arn:aws-cn:securityhub:cn-north-1::product/aws/guardduty', 'aws/guardduty'],
    ['arn:aws:securityhub:eu-west-1::product/prowler/prowler', 'prowler/prowler'],
    ['arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default', '123456789012/default'],
  ])('%s is %s', (text, name) => expect(productIn(text)).toMatchObject({ value: { name } }))

  it.each([
    ['test-arn', 'is not an ARN'],
    ['arn:aws::securityhub:eu-west-1::product/aws/guardduty', 'is a malformed ARN: it names no service'],
    ['arn:aws:s3:::logs', 'is not the ARN of a product'],
    ['arn:aws:securityhub:::product/aws/securityhub', 'is not the ARN of a product'],
    ['arn:aws:securityhub:eu-west-1::product/aws/securityhub/x', 'is not the ARN of a product'],
    [
      'arn:aws:securityhub:eu-west-1:123456789012:product/aws/securityhub',
      'names `aws` with the account of a custom product',
    ],
    ['arn:aws:securityhub:eu-west-1::product/123456789012/default', 'is of a custom product but names no account'],
  ])('%s names no product', (text, reason) => expect(productIn(text)).toEqual({ reason }))

  it('is absent where the ARN is blank', () => expect(productIn('')).toBeNull())
})
