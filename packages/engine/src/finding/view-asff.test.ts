import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyFinding } from '../contracts/copy-finding.js'
import { parseField } from '../contracts/fields.js'
import type { Finding } from '../contracts/finding.js'
import { isJsonObject, type Json, type JsonObject } from '../contracts/json.js'
import { whyUnreadable } from '../contracts/unreadable.js'
import { pathsOf, vary } from '../testing/vary-json.js'
import { readAsff } from './asff.js'
import type { Refusal } from './limits.js'
import { viewAsff } from './view-asff.js'

const group = {
  Type: 'AwsEc2SecurityGroup',
  Id: 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123',
  Partition: 'aws',
  Region: 'eu-west-1',
  Tags: { Environment: 'dev' },
  Details: { AwsEc2SecurityGroup: { GroupName: 'default' } },
}
const sample = {
  SchemaVersion: '2018-10-08',
  Id: 'arn:aws:securityhub:eu-west-1:123456789012:security-control/EC2.2/finding/9d1f0a52',
  ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
  ProductName: 'Security Hub CSPM',
  CompanyName: 'AWS',
  Region: 'eu-west-1',
  GeneratorId: 'security-control/EC2.2',
  AwsAccountId: '123456789012',
  Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
  FirstObservedAt: '2026-01-10T08:30:00.123Z',
  UpdatedAt: '2026-01-15T08:30:00.000Z',
  Severity: { Label: 'HIGH', Normalized: 70 },
  Title: 'VPC default security groups should not allow inbound or outbound traffic',
  Description: 'A default group is open.',
  Compliance: {
    Status: 'FAILED',
    SecurityControlId: 'EC2.2',
    AssociatedStandards: [{ StandardsId: 'standards/x/v/1.0.0' }],
  },
  ProductFields: { 'aws/securityhub/CompanyName': 'AWS', ResourceOwnerAccount: '123456789012' },
  FindingProviderFields: { Severity: { Label: 'LOW' }, Types: ['a/b'] },
  Workflow: { Status: 'NOTIFIED' },
  RecordState: 'ACTIVE',
  Resources: [group],
} satisfies JsonObject

const strange = fc.constantFrom<Json>(
  ...[
    null,
    '',
    ' ',
    7,
    101,
    'x',
    [],
    {},
    true,
    ['a', 1],
    '2026-01-01',
    '2026-02-30T00:00:00.000Z',
    'eu-west-1',
    'global',
  ],
  ...['cn-north-1', '111122223333', 'FAILED', 'EC2.2', 'ec2.2', 'Nope.1', 'HIGH', 'AwsAccount', 'AWS::::Account'],
  ...[
    'arn:aws:s3:::logs',
    'arn:aws:iam::123456789012:root',
    'arn:aws:ec2:eu-west-1:xxx:vpc/v',
    'AWS::::Account:123456789012',
  ],
  ...[
    'arn:aws:securityhub:eu-west-1::product/aws/guardduty',
    'arn:aws-cn:securityhub:cn-north-1::product/aws/securityhub',
  ],
  ...[
    { Label: 'LOW' },
    { Normalized: 0 },
    { Status: 'NEW' },
    { a: 'b' },
    { a: 1 },
    { Account: '123456789012' },
    [group, group],
  ],
)

const extra = ['Criticality', 'Confidence', 'Note', 'CreatedAt', 'VerificationState', 'AwsAccountName'].map((key) => [
  key,
])
const inside = [
  ['Resources', '0', 'Owner'],
  ['Compliance', 'RelatedRequirements'],
  ['Compliance', 'SecurityControlParameters'],
]
const changes = fc.array(
  fc.tuple(fc.constantFrom(...pathsOf(sample), ...extra, ...inside), fc.option(strange, { nil: undefined })),
  { maxLength: 4 },
)

function plain(read: Finding | Refusal): unknown {
  return 'code' in read ? read : copyFinding(read)
}

describe('a finding that is read member by member', () => {
  it('is the finding that is read whole, whatever stands in it', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const raw = list.reduce<Json>((body, [path, next]) => vary(body, path, next), sample)
        if (!isJsonObject(raw)) return
        expect(plain(viewAsff(raw, 'file'))).toEqual(plain(readAsff(raw, 'file')))
      }),
      { numRuns: 1500 },
    )
  })

  it('tells of each member alone why it cannot be read', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const raw = list.reduce<Json>((body, [path, next]) => vary(body, path, next), sample)
        if (!isJsonObject(raw)) return
        const view = viewAsff(raw, 'file')
        const whole = readAsff(raw, 'file')
        if ('code' in view || 'code' in whole) return
        for (const field of Object.keys(whole)) expect(whyUnreadable(view, field)).toBe(whyUnreadable(whole, field))
        for (const [index, resource] of view.resources.entries()) {
          const other = whole.resources[index]
          if (other === undefined) throw new Error('no resource')
          for (const field of [...Object.keys(other), 'tags.a']) {
            expect(whyUnreadable(resource, field)).toBe(whyUnreadable(other, field))
          }
        }
      }),
      { numRuns: 600 },
    )
  })

  it.each<readonly [string, unknown]>([
    ['a text', { Owner: 'a' }],
    ['a text beside what is none', { Owner: 'a', x: 7 }],
    ['another one', { x: 'a' }],
    ['no text', { Owner: 7 }],
    ['null', { Owner: null }],
    ['undefined', { Owner: undefined }],
    ['in a list', [{ Key: 'Owner', Value: 'a' }]],
    ['in what holds no tags', 'Owner'],
    ['nowhere', undefined],
  ])('says the same of a tag, %s, whether it is asked for alone or after all', (_, tags) => {
    const raw: JsonObject = { ...sample, Resources: [Object.assign({ ...group }, { Tags: tags })] }
    const field = parseField('resource.tags.Owner')
    const [alone, after, whole] = [viewAsff(raw, 'file'), viewAsff(raw, 'file'), readAsff(raw, 'file')]
    const found = (read: Finding | Refusal, first?: 'tags') => {
      if ('code' in read) throw new Error(read.message)
      const [resource = null] = read.resources
      if (first !== undefined) Reflect.get(resource ?? {}, first)
      return field?.find({ finding: read, resource, now: 0 })
    }
    expect(found(alone)).toEqual(found(whole))
    expect(found(after, 'tags')).toEqual(found(whole))
  })

  it('is written as JSON whole', () => {
    const view = viewAsff(sample, 'file')
    expect(JSON.parse(JSON.stringify(view))).toEqual(JSON.parse(JSON.stringify(readAsff(sample, 'file'))))
  })

  it('takes nothing from a prototype', () => {
    const raw: JsonObject = Object.assign(Object.create({ Title: 'inherited' }), { ...sample, Title: undefined })
    expect(plain(viewAsff(raw, 'file'))).toMatchObject({ title: null })
  })
})
