/**
 * The closed list of fields with a name of their own, what each holds, and how it is read.
 */
import type { Finding, Resource } from './finding.js'

/** `raw` may be anything; the others decide which operators a field takes. */
export type FieldKind = 'string' | 'number' | 'severity' | 'time' | 'raw'

/** What a field holds. */
export interface FieldInfo {
  readonly kind: FieldKind
  /** True where the field holds several values. */
  readonly list: boolean
  readonly about: string
}

const text = (about: string) => ({ kind: 'string', list: false, about }) as const
const texts = (about: string) => ({ kind: 'string', list: true, about }) as const
const number = (about: string) => ({ kind: 'number', list: false, about }) as const
const time = (about: string) => ({ kind: 'time', list: false, about }) as const

/** Fields of the finding itself. */
export const findingFields = {
  id: text('Id of the finding.'),
  format: text('`asff` or `ocsf`.'),
  product: text('Short product name from the product ARN, such as `aws/guardduty`.'),
  company: text('Company name.'),
  generator: text('Generator id.'),
  title: text('Title.'),
  types: texts('Finding types.'),
  control: text('Security control id, such as `EC2.2`, however the finding spells it.'),
  standard: texts('Standards, such as `cis-aws-foundations-benchmark/v/1.4.0`.'),
  requirement: texts('Requirements of standards that the control answers.'),
  account: text('Account id, twelve digits.'),
  accountName: text('Account name.'),
  region: text('Region.'),
  partition: text('`aws`, `aws-cn`, `aws-us-gov` or an isolated partition.'),
  severity: { kind: 'severity', list: false, about: 'INFORMATIONAL, LOW, MEDIUM, HIGH or CRITICAL.' },
  severityScore: number('Severity from 0 to 100.'),
  criticality: number('Criticality from 0 to 100.'),
  confidence: number('Confidence from 0 to 100.'),
  workflow: text('NEW, NOTIFIED, RESOLVED or SUPPRESSED.'),
  record: text('ACTIVE or ARCHIVED.'),
  compliance: text('PASSED, WARNING, FAILED or NOT_AVAILABLE.'),
  verification: text('Verification state.'),
  firstObserved: time('When it was first seen.'),
  lastObserved: time('When it was last seen.'),
  created: time('When the finding was created.'),
  updated: time('When the provider last updated it.'),
} as const satisfies Record<string, FieldInfo>

/** Fields of the target at hand, written with `resource.` before them. */
export const resourceFields = {
  id: text('Id of the resource, for most types an ARN.'),
  name: text('The identifier that AWS calls want: the last part of the ARN, a bucket name, an account id.'),
  type: text('CloudFormation type, such as `AWS::EC2::SecurityGroup`.'),
  account: text('Account of the resource, where its ARN or owner says.'),
  region: text('Region of the resource.'),
  partition: text('Partition of the resource.'),
} as const satisfies Record<string, FieldInfo>

/** How each is read; written out, so that each is read as fast as a member can be. */
export const findingMembers: { readonly [Name in keyof typeof findingFields]: (finding: Finding) => Finding[Name] } = {
  id: ({ id }) => id,
  format: ({ format }) => format,
  product: ({ product }) => product,
  company: ({ company }) => company,
  generator: ({ generator }) => generator,
  title: ({ title }) => title,
  types: ({ types }) => types,
  control: ({ control }) => control,
  standard: ({ standard }) => standard,
  requirement: ({ requirement }) => requirement,
  account: ({ account }) => account,
  accountName: ({ accountName }) => accountName,
  region: ({ region }) => region,
  partition: ({ partition }) => partition,
  severity: ({ severity }) => severity,
  severityScore: ({ severityScore }) => severityScore,
  criticality: ({ criticality }) => criticality,
  confidence: ({ confidence }) => confidence,
  workflow: ({ workflow }) => workflow,
  record: ({ record }) => record,
  compliance: ({ compliance }) => compliance,
  verification: ({ verification }) => verification,
  firstObserved: ({ firstObserved }) => firstObserved,
  lastObserved: ({ lastObserved }) => lastObserved,
  created: ({ created }) => created,
  updated: ({ updated }) => updated,
}

/** The same for the target at hand. */
export const resourceMembers: {
  readonly [Name in keyof typeof resourceFields]: (resource: Resource) => Resource[Name]
} = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  type: ({ type }) => type,
  account: ({ account }) => account,
  region: ({ region }) => region,
  partition: ({ partition }) => partition,
}
