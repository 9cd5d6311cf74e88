/**
 * A finding for tests: a failed control on one security group, normalised. A test states what it varies.
 *
 * All members are present that Security Hub itself always sends; account and addresses are those of examples.
 */
import type { Finding, Resource } from '../contracts/finding.js'

export const sampleNow = Date.UTC(2026, 10, 21)

export function sampleResource(changes: Partial<Resource> = {}): Resource {
  return {
    id: 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123',
    name: 'sg-0123',
    type: 'AWS::EC2::SecurityGroup',
    account: '123456789012',
    region: 'eu-west-1',
    partition: 'aws',
    tags: { Environment: 'dev' },
    details: { GroupName: 'default', VpcId: 'vpc-0123' },
    unreadable: {},
    provenance: {
      id: 'Resources[0].Id',
      tags: 'Resources[0].Tags',
      details: 'Resources[0].Details.AwsEc2SecurityGroup',
    },
    ...changes,
  }
}

export function sampleFinding(changes: Partial<Finding> = {}): Finding {
  return {
    format: 'asff',
    arrival: 'file',
    id: 'arn:aws:securityhub:eu-west-1:123456789012:security-control/EC2.2/finding/0001',
    hubId: null,
    productArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
    product: 'aws/securityhub',
    productName: 'Security Hub',
    company: 'AWS',
    generator: 'security-control/EC2.2',
    title: 'VPC default security groups should not allow inbound or outbound traffic',
    description: null,
    types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
    control: 'EC2.2',
    standard: ['aws-foundational-security-best-practices/v/1.0.0'],
    requirement: null,
    account: '123456789012',
    accountName: 'sandbox',
    region: 'eu-west-1',
    partition: 'aws',
    severity: 'HIGH',
    severityScore: 70,
    criticality: null,
    confidence: null,
    workflow: 'NEW',
    record: 'ACTIVE',
    compliance: 'FAILED',
    verification: null,
    firstObserved: '2026-11-01T00:00:00.000Z',
    lastObserved: '2026-11-20T00:00:00.000Z',
    created: '2026-11-01T00:00:00.000Z',
    updated: '2026-11-20T00:00:00.000Z',
    note: null,
    controlParameters: {},
    resources: [sampleResource()],
    unreadable: {},
    provenance: { severity: 'Severity.Label' },
    raw: {
      SchemaVersion: '2018-10-08',
      Severity: { Label: 'HIGH', Product: 8 },
      Network: { SourceIpV4: '192.0.2.7' },
      ProductFields: { rank: '7' },
    },
    ...changes,
  }
}
