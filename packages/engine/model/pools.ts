/**
 * The values that generated rules and findings share, so that many rules do match.
 *
 * Every rule field stands here with the values that findings may carry in it; some are hostile on purpose.
 */

export const now = Date.UTC(2026, 10, 21)
const long = `x${'y'.repeat(9_000)}`

export const accounts = ['111122223333', '444455556666', '123456789012'] as const
export const controls = ['EC2.2', 'S3.8', 'EC2.13'] as const
export const groups = { sandboxes: ['111122223333', '123456789012'], teams: ['data', 'Web', 'constructor'] }
export const products = ['aws/securityhub', 'aws/guardduty', '123456789012/default', 'prowler/prowler'] as const
export const titles: readonly string[] = [
  'Open group',
  'open GROUP',
  'a*b',
  'aba',
  'Straße ﬁ İ',
  '(a+)+$',
  'toString',
  '${rule.id}',
  'two\nlines',
  long,
]
export const words = [
  'data',
  'aba',
  'Web',
  'web',
  'data-1',
  'constructor',
  '',
  'é',
  '192.0.2.7',
  '2001:db8::1',
  '*',
  '10',
]
export const tagKeys = ['team', 'a.b', 'constructor', '__proto__', 'aws:stack/x'] as const
export const types = ['Effects/Data', 'TTPs/Access', 'Software and Configuration Checks']
export const standards = ['cis-aws-foundations-benchmark/v/1.4.0', 'aws-foundational-security-best-practices/v/1.0.0']
export const requirements = ['PCI DSS 1.2', 'NIST AC-4']
export const times = [
  '2026-11-20T00:00:00.000Z',
  '2026-11-20T00:00:00.001Z',
  '2026-10-22T02:00:00+02:00',
  '2026-11-21 00:10:00',
  '2025-01-01T00:00:00.123456Z',
]
export const oddTimes = [
  'yesterday',
  '2026-02-30T00:00:00Z',
  '2026-11-21T00:15:00.000Z',
  '2026-11-21T00:15:00.001Z',
  '2027-01-01T00:00:00Z',
]
export const resources = [
  { id: 'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0abc', type: 'AwsEc2SecurityGroup' },
  { id: 'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0abc', type: 'AWS::EC2::SecurityGroup' },
  { id: 'arn:aws:ec2:us-east-1:444455556666:security-group/sg-0def', type: 'AwsEc2SecurityGroup' },
  { id: 'arn:aws:s3:::data-logs', type: 'AwsS3Bucket' },
  { id: 'arn:aws-cn:s3:::data-logs', type: 'AWS::S3::Bucket' },
  { id: 'arn:aws:iam::111122223333:user/team/alice', type: 'AwsIamUser' },
  { id: 'AWS::::Account:111122223333', type: 'AwsAccount' },
  { id: 'golang:1.12 (alpine)/CVE-1', type: 'Container' },
] as const
const resourceIds = [...new Set(resources.map(({ id }) => id))]
const resourceTypes = ['AWS::EC2::SecurityGroup', 'AWS::S3::Bucket', 'AWS::IAM::User', 'AWS::::Account', 'Container']
const names = ['sg-0abc', 'sg-0def', 'data-logs', 'alice', '111122223333']
const regions = ['eu-west-1', 'us-east-1']
const ids = ['finding/1', 'finding/2', 'arn:aws:securityhub:eu-west-1:111122223333:finding/3']

/** What a field may be asked about: its kind and values; a closed field takes no other value. */
export interface FieldPool {
  readonly field: string
  readonly kind: 'string' | 'closed' | 'number' | 'severity' | 'time' | 'raw'
  readonly values: readonly (string | number | boolean)[]
}

const strings = (field: string, values: readonly string[]): FieldPool => ({ field, kind: 'string', values })
const closed = (field: string, values: readonly string[]): FieldPool => ({ field, kind: 'closed', values })
const numbers = (field: string): FieldPool => ({ field, kind: 'number', values: [0, 1, 40, 69, 70, 90, 100] })
const moments = (field: string): FieldPool => ({ field, kind: 'time', values: [] })
const raw = (field: string, values: readonly (string | number | boolean)[]): FieldPool => ({
  field,
  kind: 'raw',
  values,
})

export const severities = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']

export const fieldPools: readonly FieldPool[] = [
  strings('id', ids),
  closed('format', ['asff', 'ocsf']),
  strings('product', products),
  strings('company', ['AWS', 'Amazon']),
  strings('generator', ['security-control/EC2.2', 'aws/macie']),
  strings('title', titles.slice(0, -1)),
  strings('types', types),
  closed('control', controls),
  strings('standard', standards),
  strings('requirement', requirements),
  strings('account', accounts),
  strings('accountName', words),
  strings('region', regions),
  strings('partition', ['aws', 'aws-cn']),
  { field: 'severity', kind: 'severity', values: severities },
  numbers('severityScore'),
  numbers('criticality'),
  numbers('confidence'),
  closed('workflow', ['NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED']),
  closed('record', ['ACTIVE', 'ARCHIVED']),
  closed('compliance', ['PASSED', 'WARNING', 'FAILED', 'NOT_AVAILABLE']),
  strings('verification', ['TRUE_POSITIVE', 'UNKNOWN']),
  moments('firstObserved'),
  moments('lastObserved'),
  moments('created'),
  moments('updated'),
  strings('resource.id', resourceIds),
  strings('resource.name', names),
  strings('resource.type', resourceTypes),
  strings('resource.account', accounts),
  strings('resource.region', regions),
  strings('resource.partition', ['aws', 'aws-cn']),
  ...tagKeys.filter((key) => key !== '__proto__').map((key) => strings(`resource.tags.${key}`, words)),
  raw('resource.details.Other.ip', words),
  raw('resource.details.AwsEc2SecurityGroup.Rules.Port', [22, 443, '22', true]),
  raw('asff:ProductFields.owner', words),
  raw('asff:Severity.Original', [...severities, 40, '2026-10-22T02:00:00Z']),
  raw('asff:Resources.Tags.team', words),
  raw('ocsf:metadata.version', ['1.6.0', '1.5.0']),
  raw('ocsf:resources.tags.value', words),
]
