/**
 * The closed list of fields that a rule may name, and how each is read from a finding or a resource.
 *
 * Dotted tag keys are one key: `resource.tags.a.b` names the tag `a.b`. Raw paths are declared by their format
 * (`asff:Severity.Product`, `ocsf:metadata.version`); `[]` is never written, arrays are gone through.
 */
import type { Finding, Resource } from './finding.js'
import { isForbiddenName } from './forbidden-names.js'
import { type Json, own } from './json.js'
import type { Subject } from './match.js'

/** `raw` may be anything; the others decide which operators a field takes. */
export type FieldKind = 'string' | 'number' | 'severity' | 'time' | 'raw'

/** What a field holds. */
export interface FieldInfo {
  readonly kind: FieldKind
  /** True where the field holds several values. */
  readonly list: boolean
  readonly about: string
}

const text = (about: string): FieldInfo => ({ kind: 'string', list: false, about })
const texts = (about: string): FieldInfo => ({ kind: 'string', list: true, about })
const number = (about: string): FieldInfo => ({ kind: 'number', list: false, about })
const time = (about: string): FieldInfo => ({ kind: 'time', list: false, about })

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

export type Scalar = string | number | boolean

/** What stands in a field: its values, nothing, or something that cannot be read. */
export type Reading =
  | { readonly kind: 'values'; readonly values: readonly Scalar[]; readonly from: string | null }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** A field name, parsed once. */
export interface Field {
  readonly name: string
  readonly info: FieldInfo
  read(subject: Subject): Reading
}

/** Names that a hint may suggest; open ones are shown with their placeholder. */
export const fieldNames: readonly string[] = [
  ...Object.keys(findingFields),
  ...Object.keys(resourceFields).map((name) => `resource.${name}`),
  'resource.tags.<key>',
  'resource.details.<path>',
  'asff:<Path.To.Field>',
  'ocsf:<path.to.field>',
]

/** The field of this name, or `null` when there is none. */
export function parseField(name: string): Field | null {
  const info = new Map<string, FieldInfo>(Object.entries(findingFields)).get(name)
  if (info !== undefined) return { name, info, read: ({ finding }) => readMember(finding, name) }
  if (name.startsWith('resource.')) return parseResourceField(name, name.slice('resource.'.length))
  const raw = /^(asff|ocsf):([A-Za-z0-9_][^\s.]*(?:\.[^\s.]+)*)$/.exec(name)
  const path = (raw?.[2] ?? '').split('.')
  return raw === null || path.some(isForbiddenName) ? null : rawField(name, raw[1] ?? '', path)
}

function parseResourceField(name: string, rest: string): Field | null {
  const info = new Map<string, FieldInfo>(Object.entries(resourceFields)).get(rest)
  if (info !== undefined) return resourceField(name, info, (resource) => readMember(resource, rest))
  if (rest.startsWith('tags.') && rest.length > 'tags.'.length) {
    const key = rest.slice('tags.'.length)
    return resourceField(name, text('A tag.'), (resource) => readTag(resource, key))
  }
  if (/^details(\.[^\s.]+)+$/.test(rest)) {
    const path = rest.split('.').slice(1)
    if (path.some(isForbiddenName)) return null
    return resourceField(name, { kind: 'raw', list: true, about: 'A detail.' }, (resource) => {
      const reason = own(resource.unreadable, 'details')
      if (reason !== undefined) return { kind: 'unreadable', reason: String(reason) }
      return reading(walk(resource.details, path), `${resource.provenance['details'] ?? 'details'}.${path.join('.')}`)
    })
  }
  return null
}

function resourceField(name: string, info: FieldInfo, read: (resource: Resource) => Reading): Field {
  return { name, info, read: ({ resource }) => (resource === null ? { kind: 'absent' } : read(resource)) }
}

function rawField(name: string, format: string, path: readonly string[]): Field {
  return {
    name,
    info: { kind: 'raw', list: true, about: 'A path in the raw body.' },
    read: ({ finding }) =>
      finding.format === format ? reading(walk(finding.raw, path), path.join('.')) : { kind: 'absent' },
  }
}

function readMember(owner: Finding | Resource, member: string): Reading {
  const reason = own(owner.unreadable, member)
  if (reason !== undefined) return { kind: 'unreadable', reason: String(reason) }
  const value: unknown = Reflect.get(owner, member)
  if (value === null || value === undefined) return { kind: 'absent' }
  return reading(Array.isArray(value) ? value : [value], owner.provenance[member] ?? null)
}

function readTag(resource: Resource, key: string): Reading {
  const reason = own(resource.unreadable, 'tags') ?? own(resource.unreadable, `tags.${key}`)
  if (reason !== undefined) return { kind: 'unreadable', reason: String(reason) }
  const value = own(resource.tags, key)
  return value === undefined ? { kind: 'absent' } : reading([value], `${resource.provenance['tags'] ?? 'tags'}.${key}`)
}

/** All values at a path, going through arrays. */
function walk(value: Json, path: readonly string[]): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap((item) => walk(item, path))
  const [key, ...rest] = path
  if (key === undefined) return value === null ? [] : [value]
  const member = own(value, key)
  return member === undefined ? [] : walk(member, rest)
}

function reading(found: readonly unknown[], from: string | null): Reading {
  if (found.length === 0) return { kind: 'absent' }
  const values = found.filter(isScalar)
  if (values.length < found.length) return { kind: 'unreadable', reason: 'it is an object, not a value' }
  return { kind: 'values', values, from }
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
