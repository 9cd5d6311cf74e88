import { describe, expect, it } from 'vitest'
import type { Finding } from '../contracts/finding.js'
import type { JsonObject } from '../contracts/json.js'
import { readOcsf } from './ocsf.js'

const id = 'arn:aws:securityhub:eu-west-1:123456789012:security-control/S3.8/finding/9d1f0a52'
const product = {
  uid: 'arn:aws:securityhub:eu-west-1::productv2/aws/securityhub',
  name: 'Security Hub',
  vendor_name: 'AWS',
}
const sample = {
  activity_id: 1,
  class_uid: 2003,
  severity_id: 4,
  severity: 'High',
  status_id: 2,
  status: 'In Progress',
  time: 1_768_465_800_000,
  time_dt: '2026-01-15T08:30:00.000Z',
  comment: 'seen',
  confidence_score: 80,
  cloud: { account: { uid: '123456789012', name: 'dev' }, provider: 'AWS', region: 'eu-west-1' },
  compliance: {
    control: 'S3.8',
    status: 'Fail',
    status_id: 3,
    requirements: ['NIST.800-53.r5 AC-3'],
    standards: ['standards/aws-foundational-security-best-practices/v/1.0.0'],
    control_parameters: [{ name: 'days', values: ['30'] }],
  },
  finding_info: {
    uid: id,
    title: 'S3 buckets should block public access',
    desc: 'Open.',
    types: ['Posture Management'],
    analytic: { name: 'securityhub-s3-bucket-level-0a1b', category: 'AWS::Config::ConfigRule' },
    created_time_dt: '2026-01-10T08:30:00Z',
    first_seen_time_dt: '2026-01-10T08:30:00Z',
    last_seen_time: 1_768_465_800,
    modified_time_dt: '2026-01-15T08:30:00Z',
  },
  metadata: { uid: '6b1f0c9d', version: '1.6.0', product },
  resources: [
    {
      uid: 'logs',
      uid_alt: 'arn:aws:s3:::logs',
      type: 'AWS::S3::Bucket',
      region: 'eu-west-1',
      cloud_partition: 'aws',
      criticality: '60',
      owner: { account: { uid: '123456789012' } },
      tags: [{ name: 'Environment', value: 'dev' }],
      data: { awsS3BucketDetails: { ownerId: 'x' } },
    },
  ],
}

/** The sample without some members and with others. */
function read(changes: JsonObject = {}, without: readonly string[] = []): Finding {
  const kept = Object.fromEntries(Object.entries(sample).filter(([key]) => !without.includes(key)))
  const result = readOcsf({ ...kept, ...changes }, 'imported')
  if ('code' in result) throw new Error(result.message)
  return result
}

describe('an OCSF finding', () => {
  it('is read whole, and each value says where it came from', () => {
    const { raw, provenance, resources, ...finding } = read()
    expect(raw).toEqual(sample)
    expect(provenance).toMatchObject({
      id: 'finding_info.uid',
      account: 'cloud.account.uid',
      severity: 'severity_id',
      updated: 'finding_info.modified_time_dt',
      lastObserved: 'finding_info.last_seen_time',
      criticality: 'resources[0].criticality',
    })
    expect(finding).toEqual({
      format: 'ocsf',
      arrival: 'imported',
      id,
      hubId: '6b1f0c9d',
      productArn: product.uid,
      product: 'aws/securityhub',
      productName: 'Security Hub',
      company: 'AWS',
      generator: null,
      title: sample.finding_info.title,
      description: 'Open.',
      types: ['Posture Management'],
      control: 'S3.8',
      standard: ['aws-foundational-security-best-practices/v/1.0.0'],
      requirement: ['NIST.800-53.r5 AC-3'],
      account: '123456789012',
      accountName: 'dev',
      region: 'eu-west-1',
      partition: 'aws',
      severity: 'HIGH',
      severityScore: 70,
      criticality: 60,
      confidence: 80,
      workflow: 'NOTIFIED',
      record: 'ACTIVE',
      compliance: 'FAILED',
      verification: null,
      firstObserved: '2026-01-10T08:30:00.000Z',
      lastObserved: '2026-01-15T08:30:00.000Z',
      created: '2026-01-10T08:30:00.000Z',
      updated: '2026-01-15T08:30:00.000Z',
      note: { text: 'seen', updatedBy: null },
      controlParameters: { days: ['30'] },
      unreadable: {},
    })
    expect(resources).toMatchObject([
      {
        id: 'arn:aws:s3:::logs',
        name: 'logs',
        type: 'AWS::S3::Bucket',
        account: '123456789012',
        region: 'eu-west-1',
        partition: 'aws',
        tags: { Environment: 'dev' },
        details: { awsS3BucketDetails: { ownerId: 'x' } },
        unreadable: {},
      },
    ])
  })

  it('in the 1.1 form of Security Lake is read as well', () => {
    const finding = read(
      {
        time: 1_768_465_800,
        status: 'New',
        compliance: { status: 'FAILED', requirements: [] },
        finding_info: {
          uid: 'arn:aws:securityhub:eu-west-1:123456789012:subscription/pci-dss/v/3.2.1/PCI.EC2.2/finding/9d1f',
        },
        metadata: {
          product: { ...product, uid: product.uid.replace('v2', ''), feature: { uid: 'pci-dss/v/3.2.1/PCI.EC2.2' } },
        },
        resource: {
          uid: 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123',
          type: 'AwsEc2SecurityGroup',
          data: '{"a":1}',
        },
        unmapped: { 'Severity.Normalized': '70', RecordState: 'ARCHIVED' },
      },
      ['resources', 'status_id', 'time_dt'],
    )
    expect(finding).toMatchObject({
      control: 'EC2.2',
      standard: ['pci-dss/v/3.2.1'],
      generator: 'pci-dss/v/3.2.1/PCI.EC2.2',
      compliance: 'FAILED',
      workflow: 'NEW',
      record: 'ARCHIVED',
      severityScore: 70,
      updated: '2026-01-15T08:30:00.000Z',
      hubId: null,
      resources: [{ name: 'sg-0123', type: 'AWS::EC2::SecurityGroup', details: { a: 1 } }],
    })
    expect(finding.provenance['severityScore']).toBe('unmapped["Severity.Normalized"]')
  })

  it.each([2002, 2003, 2004, 2006])('of class %d is read', (class_uid) => expect(read({ class_uid }).id).toBe(id))

  it.each([2001, 2005, 2007, 2008, 3002])('of class %d is refused', (class_uid) => {
    expect(readOcsf({ ...sample, class_uid }, 'file')).toEqual({
      code: 'finding.unsupported-class',
      message: `\`class_uid\` ${class_uid} is not a class that findings are read from`,
    })
  })

  it.each([
    [{ class_uid: null }, '`class_uid` is missing'],
    [{ class_uid: '2003' }, '`class_uid` is not a number'],
    [{ finding_info: {} }, '`finding_info.uid` is missing'],
    [{ resources: {} }, '`resources` is not a list'],
    [{ resources: [{ type: 'x' }] }, '`resources[0].uid` is missing'],
  ])('with %j is refused', (changes, message) => {
    expect(readOcsf({ ...sample, ...changes }, 'file')).toEqual({ code: 'finding.invalid', message })
  })

  it.each([
    [
      { status_id: 3, status: 'New' },
      { workflow: 'SUPPRESSED', record: 'ACTIVE' },
    ],
    [
      { status_id: 1, status: 'PASSED' },
      { workflow: 'NEW', record: 'ACTIVE' },
    ],
    [
      { status_id: null, status: 'resolved' },
      { workflow: 'RESOLVED', record: 'ACTIVE' },
    ],
    [
      { status_id: null, status: null },
      { workflow: 'NEW', record: 'ACTIVE' },
    ],
    [
      { status_id: 5, status: 'Archived' },
      { workflow: null, record: 'ARCHIVED' },
    ],
    [
      { status_id: 4, activity_id: 3 },
      { workflow: 'RESOLVED', record: 'ARCHIVED' },
    ],
  ])('with %j is %j', (changes, expected) => expect(read(changes)).toMatchObject({ ...expected, unreadable: {} }))

  it.each([
    [{ status_id: 6 }, { workflow: '`status_id` has an unknown value: `6`' }],
    [{ status_id: -1, status: 'New' }, { workflow: '`status_id` has an unknown value: `-1`' }],
    [{ status_id: null, status: 'PASSED' }, { workflow: '`status` has an unknown value: `PASSED`' }],
    [{ severity_id: 0 }, { severity: '`severity_id` has an unknown value: `0`' }],
    [{ severity_id: 99, severity: 'High' }, { severity: '`severity_id` has an unknown value: `99`' }],
    [{ compliance: { status: 'n/a' } }, { compliance: '`compliance.status` has an unknown value: `n/a`' }],
    [{ compliance: { control: 8 } }, { control: '`compliance.control` is not a string' }],
    [{ cloud: { account: { uid: 'a-b' } } }, { account: '`cloud.account.uid` is not an account id of twelve digits' }],
    [{ metadata: { product: { uid: 'prowler' } } }, { product: '`metadata.product.uid` is not an ARN' }],
  ])('with %j says what cannot be read', (changes, unreadable) => {
    expect(read(changes).unreadable).toMatchObject(unreadable)
  })

  it('has the severity of its id, and of the word where there is no id', () => {
    expect(read({ severity_id: 3, severity: 'High' })).toMatchObject({ severity: 'MEDIUM', severityScore: 40 })
    expect(read({ severity_id: null, severity: 'Informational ' })).toMatchObject({ severity: 'INFORMATIONAL' })
    expect(read({ severity_id: null, severity: null })).toMatchObject({ severity: null, severityScore: null })
  })

  it('of exposure analysis is dated by the key that AWS misspells', () => {
    const info = { uid: 'x', 'finding.info.modified_time_dt': '2026-01-15T08:30:00Z' }
    const finding = read({ class_uid: 2004, finding_info: info })
    expect(finding.updated).toBe('2026-01-15T08:30:00.000Z')
    expect(finding.provenance['updated']).toBe('finding_info["finding.info.modified_time_dt"]')
  })

  it('of another product may call what it likes a control', () => {
    const guardDuty = { product: { uid: 'arn:aws:securityhub:eu-west-1::productv2/aws/guardduty' } }
    expect(read({ metadata: guardDuty, compliance: { control: 'A.1.2' } })).toMatchObject({
      control: null,
      unreadable: {},
    })
    expect(read({ metadata: guardDuty }).unreadable).toEqual({
      control: '`S3.8` is claimed by a product other than Security Hub',
    })
  })
})
