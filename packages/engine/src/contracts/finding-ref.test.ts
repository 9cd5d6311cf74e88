import { expect, it } from 'vitest'
import { sampleFinding } from '../testing/sample-finding.js'
import { findingRef } from './finding-ref.js'

it('keeps what a plan needs of a finding, and nothing of its body', () => {
  expect(findingRef(sampleFinding())).toEqual({
    id: 'arn:aws:securityhub:eu-west-1:123456789012:security-control/EC2.2/finding/0001',
    format: 'asff',
    productArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
    hubId: null,
    account: '123456789012',
    region: 'eu-west-1',
    title: 'VPC default security groups should not allow inbound or outbound traffic',
    severity: 'HIGH',
    firstObserved: '2026-11-01T00:00:00.000Z',
  })
})
