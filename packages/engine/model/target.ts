/** One resource of a finding: its fields, tags and details. */
import { account, at, broken, placed, type Reading, regionOf, type Scalar, text } from './readings.js'

/** Fields by the name that rules give them; a name that is not there is absent. */
export type Fields = ReadonlyMap<string, Reading>

export interface Target {
  /** `null` where the finding names no resource. */
  readonly id: string | null
  /** `resource.id` and so on, but tags and details. */
  readonly fields: Fields
  /** Readings by key. */
  readonly tags: Fields | 'unreadable'
  readonly details: unknown
}

const cloudFormationTypes: Record<string, string> = {
  AwsEc2SecurityGroup: 'AWS::EC2::SecurityGroup',
  AwsS3Bucket: 'AWS::S3::Bucket',
  AwsIamUser: 'AWS::IAM::User',
  AwsAccount: 'AWS::::Account',
}
const services: Record<string, string> = {
  'AWS::EC2::SecurityGroup': 'ec2',
  'AWS::S3::Bucket': 's3',
  'AWS::IAM::User': 'iam',
}

/** A resource as ASFF writes it; `null` for one without an id. */
export function asffTarget(resource: unknown): Target | null {
  return target({
    id: text(at(resource, 'Id')),
    type: text(at(resource, 'Type')),
    owner: account(at(resource, 'Owner', 'Account')),
    region: regionOf(at(resource, 'Region')),
    partition: text(at(resource, 'Partition')),
    tags: tagMap(at(resource, 'Tags')),
    details: at(resource, 'Details'),
  })
}

/** A resource as OCSF writes it; `null` for one without an id. */
export function ocsfTarget(resource: unknown): Target | null {
  const uid = text(at(resource, 'uid'))
  const alternative = text(at(resource, 'uid_alt'))
  const isArn = String(alternative[0]).startsWith('arn:')
  const data = at(resource, 'data')
  return target({
    id: isArn || uid.length === 0 || uid === 'unreadable' ? alternative : uid,
    type: text(at(resource, 'type')),
    owner: account(at(resource, 'owner', 'account', 'uid')),
    region: regionOf(at(resource, 'region')),
    partition: text(at(resource, 'cloud_partition')),
    tags: tagMap(tagList(at(resource, 'tags'))),
    details: text(data).length === 0 ? null : data,
  })
}

interface Parts {
  readonly id: Reading
  readonly type: Reading
  readonly owner: Reading
  readonly region: Reading
  readonly partition: Reading
  readonly tags: Fields | 'unreadable'
  readonly details: unknown
}

function target({ id, type, owner, region, partition, tags, details }: Parts): Target | null {
  const said = id === 'unreadable' ? undefined : id[0]
  if (typeof said !== 'string') return null
  const [, arnPartition, service, arnRegion, arnAccount, rest] =
    /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.+)$/s.exec(said) ?? []
  const kind = type === 'unreadable' ? undefined : (cloudFormationTypes[String(type[0])] ?? type[0])
  const itself = kind === 'AWS::::Account' ? /^AWS::::Account:(\d{12})$/.exec(said)?.[1] : undefined
  const home = agreed(partition, arnPartition)
  const place = agreed(region, arnRegion)
  const fields = new Map<string, Reading>([
    ['resource.id', [said]],
    ['resource.name', nameOf(kind, said, service, rest, itself)],
    ['resource.type', kind === undefined ? type : [kind]],
    ['resource.account', agreed(owner, arnAccount ?? itself)],
    ['resource.region', placed(place, home)],
    ['resource.partition', home],
  ])
  return { id: said, fields, tags, details }
}

/** What AWS calls want; unreadable where the ARN is of another service than the type. */
function nameOf(
  kind: Scalar | undefined,
  said: string,
  service: string | undefined,
  rest = '',
  account: string | undefined,
): Reading {
  if (kind === 'AWS::::Account') return account === undefined ? 'unreadable' : [account]
  const wanted = services[String(kind)]
  if (service === undefined) return wanted !== undefined && /^[\w.-]+$/.test(said) ? [said] : []
  const parts = rest.split(/[/:]/)
  if (wanted === undefined) return parts.length > 2 ? [] : parts.slice(-1)
  return service === wanted ? parts.slice(-1) : 'unreadable'
}

/** What a member and the ARN say: either, when the other says nothing, and unreadable when they differ. */
function agreed(member: Reading, arn = ''): Reading {
  if (member.length === 0) return arn === '' ? member : [arn]
  return arn === '' || member[0] === arn ? member : 'unreadable'
}

function tagMap(value: unknown): Fields | 'unreadable' {
  if (value === undefined || value === null) return new Map()
  if (Array.isArray(value) && value.length === 0) return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) return 'unreadable'
  return new Map(Object.entries(value).map(([key, tag]) => [key, typeof tag === 'string' ? [tag] : 'unreadable']))
}

/** OCSF's list of names and values as the map that ASFF has. */
function tagList(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  if (value.some((tag) => typeof at(tag, 'name') !== 'string')) return broken
  const agreedOn = (name: unknown) => {
    const values = value.filter((tag) => at(tag, 'name') === name).map((tag) => at(tag, 'value') ?? '')
    return values.every((one) => one === values[0]) ? values[0] : broken
  }
  return Object.fromEntries(value.map((tag) => [at(tag, 'name'), agreedOn(at(tag, 'name'))]))
}
