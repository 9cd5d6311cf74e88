import { describe, expect, it } from 'vitest'
import type { Finding } from '../contracts/finding.js'
import type { JsonObject } from '../contracts/json.js'
import { readAsff } from './asff.js'

const id = 'arn:aws:securityhub:eu-west-1:123456789012:security-control/EC2.2/finding/9d1f0a52'
const sample = {
  SchemaVersion: '2018-10-08',
  Id: id,
  ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
  ProductName: 'Security Hub CSPM',
  CompanyName: 'AWS',
  Region: 'eu-west-1',
  GeneratorId: 'security-control/EC2.2',
  AwsAccountId: '123456789012',
  AwsAccountName: 'dev',
  Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
  FirstObservedAt: '2026-01-10T08:30:00.123456+00:00',
  LastObservedAt: '2026-01-15T08:30:00Z',
  CreatedAt: '2026-01-10T08:30:00Z',
  UpdatedAt: '2026-01-15 10:30:00 +02:00',
  Severity: { Label: 'HIGH', Normalized: 70 },
  Confidence: 90,
  Criticality: '50',
  Title: 'VPC default security groups should not allow inbound or outbound traffic',
  Description: 'A default group\nis open.',
  Compliance: {
    Status: 'FAILED',
    SecurityControlId: 'EC2.2',
    RelatedRequirements: ['CIS AWS Foundations Benchmark v5.0.0/5.5'],
    AssociatedStandards: [{ StandardsId: 'standards/cis-aws-foundations-benchmark/v/5.0.0' }],
    SecurityControlParameters: [{ Name: 'days', Value: ['30'] }],
  },
  Workflow: { Status: 'NOTIFIED' },
  WorkflowState: 'NEW',
  RecordState: 'ACTIVE',
  VerificationState: 'UNKNOWN',
  Note: { Text: 'seen', UpdatedBy: 'alice', UpdatedAt: '2026-01-15T08:30:00Z' },
  Resources: [
    {
      Type: 'AwsEc2SecurityGroup',
      Id: 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123',
      Partition: 'aws',
      Region: 'eu-west-1',
      Tags: { Environment: 'dev' },
      Details: { AwsEc2SecurityGroup: { GroupName: 'default' } },
    },
  ],
}

/** The sample without some members and with others. */
function read(changes: JsonObject = {}, without: readonly string[] = []): Finding {
  const kept = Object.fromEntries(Object.entries(sample).filter(([key]) => !without.includes(key)))
  const result = readAsff({ ...kept, ...changes }, 'imported')
  if ('code' in result) throw new Error(result.message)
  return result
}

describe('an ASFF finding', () => {
  it('is read whole, and each value says where it came from', () => {
    const { raw, provenance, ...finding } = read()
    expect(raw).toEqual(sample)
    expect(provenance).toMatchObject({
      id: 'Id',
      product: 'ProductArn',
      partition: 'ProductArn',
      control: 'Compliance.SecurityControlId',
      standard: 'Compliance.AssociatedStandards',
      severity: 'Severity.Label',
      workflow: 'Workflow.Status',
      note: 'Note.Text',
    })
    expect(finding).toEqual({
      format: 'asff',
      arrival: 'imported',
      id,
      hubId: null,
      productArn: sample.ProductArn,
      product: 'aws/securityhub',
      productName: 'Security Hub CSPM',
      company: 'AWS',
      generator: 'security-control/EC2.2',
      title: sample.Title,
      description: sample.Description,
      types: sample.Types,
      control: 'EC2.2',
      standard: ['cis-aws-foundations-benchmark/v/5.0.0'],
      requirement: ['CIS AWS Foundations Benchmark v5.0.0/5.5'],
      account: '123456789012',
      accountName: 'dev',
      region: 'eu-west-1',
      partition: 'aws',
      severity: 'HIGH',
      severityScore: 70,
      criticality: 50,
      confidence: 90,
      workflow: 'NOTIFIED',
      record: 'ACTIVE',
      compliance: 'FAILED',
      verification: 'UNKNOWN',
      firstObserved: '2026-01-10T08:30:00.123Z',
      lastObserved: '2026-01-15T08:30:00.000Z',
      created: '2026-01-10T08:30:00.000Z',
      updated: '2026-01-15T08:30:00.000Z',
      note: { text: 'seen', updatedBy: 'alice' },
      controlParameters: { days: ['30'] },
      unreadable: {},
      resources: [
        {
          id: 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123',
          name: 'sg-0123',
          type: 'AWS::EC2::SecurityGroup',
          account: '123456789012',
          region: 'eu-west-1',
          partition: 'aws',
          tags: { Environment: 'dev' },
          details: { AwsEc2SecurityGroup: { GroupName: 'default' } },
          unreadable: {},
          provenance: {
            id: 'Resources[0].Id',
            name: 'Resources[0].Id',
            type: 'Resources[0].Type',
            account: 'Resources[0].Id',
            region: 'Resources[0].Id',
            partition: 'Resources[0].Id',
            tags: 'Resources[0].Tags',
            details: 'Resources[0].Details',
          },
        },
      ],
    })
  })

  it('with nothing but an id and resources is NEW and ACTIVE, and the rest is absent', () => {
    const result = readAsff({ Id: 'a b (c)/d', Resources: [] }, 'file')
    expect(result).toMatchObject({ id: 'a b (c)/d', workflow: 'NEW', record: 'ACTIVE', unreadable: {} })
    expect(result).toMatchObject({ severity: null, severityScore: null, compliance: null, account: null, types: null })
    expect(result).toMatchObject({ product: null, productArn: null, control: null, region: null, note: null })
  })

  it.each([
    [{ Label: 'LOW', Normalized: 40 }, 'LOW', 40],
    [{ Product: 5, Normalized: 50 }, 'MEDIUM', 50],
    [{ Label: 'CRITICAL' }, 'CRITICAL', 90],
    [{ Normalized: '40' }, 'MEDIUM', 40],
    [{ Product: 5 }, null, null],
    [{}, null, null],
  ])('with the severity %j has %s, %s', (Severity, severity, severityScore) => {
    expect(read({ Severity })).toMatchObject({ severity, severityScore, unreadable: {} })
  })

  it('has the severity of its provider where it has none of its own', () => {
    const given = { FindingProviderFields: { Severity: { Label: 'HIGH', Normalized: 70, Product: 7 } } }
    expect(read(given, ['Severity'])).toMatchObject({ severity: 'HIGH', severityScore: 70 })
  })

  it.each([
    [
      { Severity: { Label: 'SEVERE', Normalized: 70 } },
      { severity: '`Severity.Label` has an unknown value: `SEVERE`' },
    ],
    [
      { Severity: { Normalized: 'high' } },
      {
        severityScore: '`Severity.Normalized` is not a number',
        severity: 'there is only a score, and it cannot be read',
      },
    ],
    [{ Severity: 7 }, { severity: '`Severity` is not an object', severityScore: '`Severity` is not an object' }],
    [{ Workflow: { Status: 'DONE' } }, { workflow: '`Workflow.Status` has an unknown value: `DONE`' }],
    [{ Workflow: 'NEW' }, { workflow: '`Workflow` is not an object' }],
    [{ RecordState: 1 }, { record: '`RecordState` is not a string' }],
    [{ Compliance: { Status: 'INFOED' } }, { compliance: '`Compliance.Status` has an unknown value: `INFOED`' }],
    [{ UpdatedAt: '2026-01-15T122:29:47Z' }, { updated: '`UpdatedAt` is not a date: `2026-01-15T122:29:47Z`' }],
    [{ AwsAccountId: 'xxxxxxxxxxxx' }, { account: '`AwsAccountId` is not an account id of twelve digits' }],
    [{ AwsAccountId: 123456789012 }, { account: '`AwsAccountId` is not a string' }],
    [{ Types: 'IAM' }, { types: '`Types` is not a list' }],
    [{ ProductArn: 'test-arn' }, { product: '`ProductArn` is not an ARN' }],
    [{ Criticality: 700 }, { criticality: '`Criticality` is not between 0 and 100' }],
    [{ Region: 'Ireland' }, { region: '`Region` is not the name of a Region' }],
  ])('with %j says what cannot be read', (changes, unreadable) => {
    const finding = read(changes)
    expect(finding.unreadable).toMatchObject(unreadable)
    for (const field of Object.keys(unreadable)) expect(Reflect.get(finding, field)).toBeNull()
  })

  it('takes Region and company from elsewhere where a provider left them out', () => {
    const finding = read({ ProductFields: { 'aws/securityhub/CompanyName': 'AWS' } }, ['Region', 'CompanyName'])
    expect(finding).toMatchObject({ region: 'eu-west-1', company: 'AWS' })
    expect(finding.provenance).toMatchObject({
      region: 'ProductArn',
      company: 'ProductFields["aws/securityhub/CompanyName"]',
    })
  })

  it('before 2023 names its control and standard by the ids of that standard', () => {
    const standard = 'cis-aws-foundations-benchmark/v/1.2.0'
    const old = {
      Id: `arn:aws:securityhub:eu-west-1:123456789012:subscription/${standard}/4.3/finding/9d1f`,
      GeneratorId: `arn:aws:securityhub:::ruleset/${standard}/rule/4.3`,
      Compliance: { Status: 'FAILED' },
    }
    expect(read(old)).toMatchObject({ control: 'EC2.2', standard: [standard] })
    const bare = { ...old, Id: 'x', GeneratorId: 'y' }
    const fields = { StandardsGuideArn: `arn:aws:securityhub:::ruleset/${standard}`, RuleId: '4.3' }
    const finding = read({ ...bare, ProductFields: fields })
    expect(finding).toMatchObject({ control: 'EC2.2', provenance: { control: 'ProductFields.RuleId' } })
  })

  it('of another product names no control and no parameters, and says who claims one', () => {
    const finding = read({ ProductArn: 'arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default' })
    expect(finding).toMatchObject({ product: '123456789012/default', control: null, controlParameters: {} })
    expect(finding.unreadable).toEqual({ control: '`EC2.2` is claimed by a product other than Security Hub' })
  })

  it('may have several resources, and members that the format does not know', () => {
    const [group] = sample.Resources
    const other = { Type: 'AwsIamAccessKey', Id: 'AWS::IAM::AccessKey:AKIAIOSFODNN7EXAMPLE' }
    const finding = read({ Resources: [group ?? {}, other], p_row_id: 'x', ProductFields: { a: { b: 1 } } })
    expect(finding.resources.map(({ name }) => name)).toEqual(['sg-0123', 'AKIAIOSFODNN7EXAMPLE'])
    expect(finding.raw['p_row_id']).toBe('x')
  })

  it.each([
    [{ Id: 7 }, '`Id` is not a string with an id'],
    [{ Resources: null }, '`Resources` is missing'],
    [{ Resources: {} }, '`Resources` is not a list'],
    [{ Resources: [null] }, '`Resources[0]` is not an object'],
    [{ Resources: [{ Id: 'a' }, { Type: 'Other' }] }, '`Resources[1].Id` is missing'],
  ])('with %j is refused', (changes, message) => {
    expect(readAsff({ ...sample, ...changes }, 'file')).toEqual({ code: 'finding.invalid', message })
  })
})
