/**
 * The values that generated rules and findings share, so that many rules do match.
 *
 * Every rule field stands here with the values that findings may carry in it; some are hostile on purpose.
 */

export const now = Date.UTC(2026, 10, 21)
const long = `x${'y'.repeat(9_000)}`

export const accounts = ['111122223333', '444455556666', '123456789012'] as const
export const controls = ['EC2.2', 'S3.8', 'EC2.13'] as const
/** What standards call them by numbers of their own. */
const controlNumbers: Readonly<Record<string, string>> = {
  'cis-aws-foundations-benchmark/v/1.2.0/rule/4.1': 'EC2.13',
  'cis-aws-foundations-benchmark/v/1.4.0/5.3': 'EC2.2',
}
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
  '192.0.3.7',
  '::ffff:192.0.2.7',
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
  { id: 'data-logs', type: 'AwsS3Bucket' },
  { id: 'arn:aws-cn:s3:::data-logs', type: 'AWS::S3::Bucket' },
  { id: 'arn:aws:iam::111122223333:user/team/alice', type: 'AwsIamUser' },
  { id: 'AWS::::Account:111122223333', type: 'AwsAccount' },
  { id: 'golang:1.12 (alpine)/CVE-1', type: 'Container' },
] as const
/** ASFF's names of these types, and CloudFormation's. */
const cloudFormationTypes: Readonly<Record<string, string>> = {
  AwsEc2SecurityGroup: 'AWS::EC2::SecurityGroup',
  AwsS3Bucket: 'AWS::S3::Bucket',
  AwsIamUser: 'AWS::IAM::User',
  AwsAccount: 'AWS::::Account',
}
/** The name in an id, by type: the last part of an ARN of the type's service, or the id itself where it is plain. */
const nameForms: Readonly<Record<string, RegExp>> = {
  'AWS::EC2::SecurityGroup': /^(?:arn:[^:]*:ec2:.*[:/])?([\w.-]+)$/,
  'AWS::S3::Bucket': /^(?:arn:[^:]*:s3:.*[:/])?([\w.-]+)$/,
  'AWS::IAM::User': /^(?:arn:[^:]*:iam:.*[:/])?([\w.-]+)$/,
  'AWS::::Account': /^AWS::::Account:(\d{12})$/,
}
const resourceIds = [...new Set(resources.map(({ id }) => id))]
const resourceTypes = ['AWS::EC2::SecurityGroup', 'AWS::S3::Bucket', 'AWS::IAM::User', 'AWS::::Account', 'Container']
const names = ['sg-0abc', 'sg-0def', 'data-logs', 'alice', '111122223333']
const regions = ['eu-west-1', 'us-east-1']
const ids = ['finding/1', 'finding/2', 'arn:aws:securityhub:eu-west-1:111122223333:finding/3']

/**
 * A field that rules name: where it stands in each format (in the finding or, for `resource.…`, in the resource), how it
 * is parsed there, and what it may be asked about: its kind and values. A closed field takes no other value.
 */
export interface FieldPool {
  readonly field: string
  readonly kind: 'string' | 'closed' | 'number' | 'severity' | 'time' | 'raw'
  readonly values: readonly (string | number | boolean)[]
  readonly asff: string
  readonly ocsf: string
  readonly form: 'text' | 'texts' | 'account' | 'region' | 'control' | 'standards' | 'type' | 'word' | 'score' | 'time'
}

const none = '-'
type Values = FieldPool['values']
const strings = (field: string, values: Values, asff = none, ocsf = none, form: FieldPool['form'] = 'text') =>
  ({ field, kind: 'string', values, asff, ocsf, form }) satisfies FieldPool
const closed = (field: string, values: Values, asff = none, ocsf = none, form: FieldPool['form'] = 'word') =>
  ({ field, kind: 'closed', values, asff, ocsf, form }) satisfies FieldPool
const numbers = (field: string, asff: string, ocsf = none) =>
  ({ field, kind: 'number', values: [0, 1, 40, 69, 70, 90, 100], asff, ocsf, form: 'score' }) satisfies FieldPool
const moments = (field: string, asff: string, ocsf: string) =>
  ({ field, kind: 'time', values: [], asff, ocsf, form: 'time' }) satisfies FieldPool
const raw = (field: string, values: Values) => ({ ...strings(field, values), kind: 'raw' }) satisfies FieldPool

export const severities = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']
/** The least score of each. */
const leastScores = [0, 1, 40, 70, 90]
/** Words of closed fields by their numbers in OCSF. */
const ocsfWords: Readonly<Record<string, readonly (string | null)[]>> = {
  severity: [null, ...severities, 'CRITICAL'],
  workflow: ['NEW', 'NEW', 'NOTIFIED', 'SUPPRESSED', 'RESOLVED'],
  compliance: ['NOT_AVAILABLE', 'PASSED', 'WARNING', 'FAILED'],
}
/** What findings call things, in words of AWS and OCSF. */
export const terms = {
  cloudFormationTypes,
  controlNumbers,
  leastScores,
  ocsfWords,
  nameForms,
  /** The last of two parts at most, where the type is not known. */
  otherNameForm: /^arn:(?:[^:]*:){4}(?:[^:/]+[:/])?([^:/]+)$/,
  tags: { asff: 'Tags', ocsf: 'tags' },
  details: { asff: 'Details', ocsf: 'data' },
}

const workflows = ['NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED']
const compliances = ['PASSED', 'WARNING', 'FAILED', 'NOT_AVAILABLE']

export const fieldPools: readonly FieldPool[] = [
  strings('id', ids, 'Id', 'finding_info.uid'),
  closed('format', ['asff', 'ocsf']),
  strings('product', products, 'ProductArn', 'metadata.product.uid'),
  strings('company', ['AWS', 'Amazon'], 'CompanyName', 'metadata.product.vendor_name'),
  strings('generator', ['security-control/EC2.2', 'aws/macie'], 'GeneratorId'),
  strings('title', titles.slice(0, -1), 'Title', 'finding_info.title'),
  strings('types', types, 'Types', 'finding_info.types', 'texts'),
  closed('control', controls, 'Compliance.SecurityControlId', 'compliance.control', 'control'),
  strings('standard', standards, 'Compliance.AssociatedStandards', 'compliance.standards', 'standards'),
  strings('requirement', requirements, 'Compliance.RelatedRequirements', 'compliance.requirements', 'texts'),
  strings('account', accounts, 'AwsAccountId', 'cloud.account.uid', 'account'),
  strings('accountName', words, 'AwsAccountName', 'cloud.account.name'),
  strings('region', regions, 'Region', 'cloud.region', 'region'),
  strings('partition', ['aws', 'aws-cn']),
  { ...closed('severity', severities, 'Severity.Label', 'severity_id'), kind: 'severity' },
  numbers('severityScore', 'Severity.Normalized'),
  numbers('criticality', 'Criticality'),
  numbers('confidence', 'Confidence', 'confidence_score'),
  closed('workflow', workflows, 'Workflow.Status', 'status_id'),
  closed('record', ['ACTIVE', 'ARCHIVED'], 'RecordState'),
  closed('compliance', compliances, 'Compliance.Status', 'compliance.status_id'),
  strings('verification', ['TRUE_POSITIVE', 'UNKNOWN'], 'VerificationState'),
  moments('firstObserved', 'FirstObservedAt', 'finding_info.first_seen_time_dt'),
  moments('lastObserved', 'LastObservedAt', 'finding_info.last_seen_time_dt'),
  moments('created', 'CreatedAt', 'finding_info.created_time_dt'),
  moments('updated', 'UpdatedAt', 'finding_info.modified_time_dt'),
  strings('resource.id', resourceIds, 'Id', 'uid'),
  strings('resource.name', names),
  strings('resource.type', resourceTypes, 'Type', 'type', 'type'),
  strings('resource.account', accounts, 'Owner.Account', 'owner.account.uid', 'account'),
  strings('resource.region', regions, 'Region', 'region', 'region'),
  strings('resource.partition', ['aws', 'aws-cn'], 'Partition', 'cloud_partition'),
  ...tagKeys.filter((key) => key !== '__proto__').map((key) => strings(`resource.tags.${key}`, words)),
  raw('resource.details.Other.ip', words),
  raw('resource.details.AwsEc2SecurityGroup.Rules.Port', [22, 443, '22', true]),
  raw('asff:ProductFields.owner', words),
  raw('asff:Severity.Original', [...severities, 40, '2026-10-22T02:00:00Z']),
  raw('asff:Resources.Tags.team', words),
  raw('ocsf:metadata.version', ['1.6.0', '1.5.0']),
  raw('ocsf:resources.tags.value', words),
]

/** Matches that are made on purpose. */
export const matches = {
  /** They tell near readings of an operator apart, with values of findings that are there for it. */
  telling: [
    { title: { wildcard: 'a\\*b' } },
    { title: { wildcard: 'two*lines' } },
    { title: { 'equals-ignore-case': 'STRASSE FI İ' } },
    { title: { regex: 'x.*' } },
    { severityScore: { numeric: ['=', 40] } },
    { confidence: { numeric: ['=', 1] } },
    { 'resource.tags.team': { cidr: '192.0.2.0/24' } },
    { 'resource.tags.team': '' },
    { 'resource.details.Other.ip': { exists: false } },
    { 'resource.details.AwsEc2SecurityGroup.Rules.Port': '22' },
    { 'asff:ProductFields.owner': ['10', 'true'] },
  ],
  /** They hold although the state of the finding may not be readable. */
  doubtful: [
    { any: [{ workflow: 'NEW' }, { severity: { exists: true } }] },
    { any: [{ workflow: 'NEW' }, { control: 'EC2.2' }, { 'resource.type': { prefix: 'AWS' } }] },
    { any: [{ record: 'ACTIVE' }, { severity: { exists: true } }] },
  ],
}
