/** What a finding says, read plainly from its raw body, in either format. */
import {
  account,
  at,
  broken,
  byNumber,
  isRegionOf,
  number,
  oneOf,
  orElse,
  placed,
  type Reading,
  regionOf,
  text,
  texts,
  time,
} from './readings.js'
import { asffTarget, type Fields, ocsfTarget, type Target } from './target.js'

export interface View {
  readonly format: 'asff' | 'ocsf'
  readonly raw: unknown
  readonly fields: Fields
  readonly targets: readonly Target[]
}

const severities = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']
const scores: Record<string, number> = { INFORMATIONAL: 0, LOW: 1, MEDIUM: 40, HIGH: 70, CRITICAL: 90 }
const workflows = ['NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED']
const compliances = ['PASSED', 'WARNING', 'FAILED', 'NOT_AVAILABLE']
/** The standard's own numbers that the generator of findings uses. */
const numbered: Record<string, string> = {
  'cis-aws-foundations-benchmark/v/1.2.0/rule/4.1': 'EC2.13',
  'cis-aws-foundations-benchmark/v/1.4.0/5.3': 'EC2.2',
}

/** Members that both formats have and that are read alike: field, path in ASFF, path in OCSF, how it is read. */
const members: readonly (readonly [string, string, string, (value: unknown) => Reading])[] = [
  ['company', 'CompanyName', 'metadata.product.vendor_name', text],
  ['title', 'Title', 'finding_info.title', text],
  ['types', 'Types', 'finding_info.types', texts],
  ['requirement', 'Compliance.RelatedRequirements', 'compliance.requirements', texts],
  ['account', 'AwsAccountId', 'cloud.account.uid', account],
  ['accountName', 'AwsAccountName', 'cloud.account.name', text],
  ['confidence', 'Confidence', 'confidence_score', number],
  ['firstObserved', 'FirstObservedAt', 'finding_info.first_seen_time_dt', time],
  ['lastObserved', 'LastObservedAt', 'finding_info.last_seen_time_dt', time],
  ['created', 'CreatedAt', 'finding_info.created_time_dt', time],
  ['updated', 'UpdatedAt', 'finding_info.modified_time_dt', time],
]

/** The view of an ASFF or OCSF finding, or the code that it is refused with. */
export function viewOf(raw: unknown): View | string {
  const format = at(raw, 'class_uid') === undefined ? 'asff' : 'ocsf'
  const resources = format === 'asff' ? at(raw, 'Resources') : (at(raw, 'resources') ?? [])
  const id = text(format === 'asff' ? at(raw, 'Id') : at(raw, 'finding_info', 'uid'))
  if (!Array.isArray(resources) || id.length === 0 || id === 'unreadable') return 'finding.invalid'
  const targets = resources.map(format === 'asff' ? asffTarget : ocsfTarget)
  const good = targets.filter((one) => one !== null)
  if (good.length < targets.length) return 'finding.invalid'
  const own = format === 'asff' ? asff(raw) : ocsf(raw)
  const both = members.map(([field, asffPath, ocsfPath, read]): [string, Reading] => [
    field,
    read(at(raw, ...(format === 'asff' ? asffPath : ocsfPath).split('.'))),
  ])
  const fields = new Map<string, Reading>([['id', id], ['format', [format]], ...both, ...own])
  return { format, raw, fields, targets: orNone(good) }
}

function asff(raw: unknown): readonly (readonly [string, Reading])[] {
  const product = productOf(text(at(raw, 'ProductArn')))
  const generator = text(at(raw, 'GeneratorId'))
  const label = oneOf(at(raw, 'Severity', 'Label'), severities)
  const score = number(at(raw, 'Severity', 'Normalized'))
  const named = product.name[0] === 'aws/securityhub' ? generator : []
  return [
    ['product', product.name],
    ['region', placed(orElse(regionOf(at(raw, 'Region')), product.region), product.partition)],
    ['partition', product.partition],
    ['generator', generator],
    ['control', controlOf(product.name, claimed(at(raw, 'Compliance'), 'SecurityControlId'), generator)],
    ['standard', standardsOf(at(raw, 'Compliance', 'AssociatedStandards'), named, 'StandardsId')],
    ['severity', label.length > 0 ? label : labelOf(score)],
    ['severityScore', score.length > 0 ? score : scoreOf(label)],
    ['criticality', number(at(raw, 'Criticality'))],
    ['workflow', orElse(oneOf(at(raw, 'Workflow', 'Status'), workflows), ['NEW'])],
    ['record', orElse(oneOf(at(raw, 'RecordState'), ['ACTIVE', 'ARCHIVED']), ['ACTIVE'])],
    ['compliance', oneOf(at(raw, 'Compliance', 'Status'), compliances)],
    ['verification', text(at(raw, 'VerificationState'))],
  ]
}

function ocsf(raw: unknown): readonly (readonly [string, Reading])[] {
  const product = productOf(text(at(raw, 'metadata', 'product', 'uid')))
  const severity = byNumber(at(raw, 'severity_id'), [...severities, 'CRITICAL'])
  const status = at(raw, 'status_id')
  const workflow = orElse(byNumber(status, ['NEW', 'NOTIFIED', 'SUPPRESSED', 'RESOLVED']), ['NEW'])
  return [
    ['product', product.name],
    ['region', placed(orElse(regionOf(at(raw, 'cloud', 'region')), product.region), product.partition)],
    ['partition', product.partition],
    ['control', controlOf(product.name, claimed(at(raw, 'compliance'), 'control'), [])],
    ['standard', standardsOf(at(raw, 'compliance', 'standards'), [])],
    ['severity', severity],
    ['severityScore', scoreOf(severity)],
    ['workflow', status === 5 ? [] : workflow],
    ['record', [at(raw, 'activity_id') === 3 || status === 5 ? 'ARCHIVED' : 'ACTIVE']],
    ['compliance', byNumber(at(raw, 'compliance', 'status_id'), ['PASSED', 'WARNING', 'FAILED'])],
  ]
}

/** A finding without resources is decided as a whole. */
function orNone(targets: readonly Target[]): readonly Target[] {
  return targets.length > 0 ? targets : [{ id: null, fields: new Map(), tags: new Map(), details: null }]
}

function productOf(arn: Reading): { name: Reading; region: Reading; partition: Reading } {
  if (arn === 'unreadable') return { name: arn, region: [], partition: [] }
  if (arn.length === 0) return { name: [], region: [], partition: [] }
  const form = /^arn:(aws[a-z-]*):securityhub:([a-z0-9-]+):(\d{12})?:product(?:v2)?\/([^/]+)\/([^/]+)$/
  const [, partition = '', region = '', owner, company, name] = form.exec(String(arn[0])) ?? []
  if (name === undefined || (owner !== undefined && owner !== company) || !isRegionOf(region, partition))
    return { name: 'unreadable', region: [], partition: [] }
  return { name: [`${company}/${name}`], region: [region], partition: [partition] }
}

/** Only Security Hub itself names controls; whoever else claims one makes the field unreadable. */
function controlOf(product: Reading, said: Reading, generator: Reading): Reading {
  if (said === 'unreadable') return said
  const own = product[0] === 'aws/securityhub'
  const source = String(generator[0] ?? '').replace(/^arn:aws:securityhub:::ruleset\//, '')
  const tail = /^(?:security-control|aws-foundational-security-best-practices\/v\/1\.0\.0)\/(.+)$/.exec(source)?.[1]
  if (!own) return said.length === 0 ? [] : 'unreadable'
  const control = said[0] ?? tail ?? numbered[source]
  return control === undefined ? [] : [control]
}

/** A compliance that is no object says nothing of a control. */
function claimed(compliance: unknown, member: string): Reading {
  const said = at(compliance, member)
  return said === broken ? [] : text(said)
}

function standardsOf(value: unknown, generator: Reading, ...member: readonly string[]): Reading {
  if (value === undefined || value === null)
    return /[a-z-]+\/v\/\d\.\d\.\d(?=\/)/.exec(String(generator[0]))?.slice(0, 1) ?? []
  const ids = Array.isArray(value) ? value.map((item) => at(item, ...member)) : value
  const listed = texts(ids)
  return listed === 'unreadable' ? listed : listed.map((id) => String(id).replace(/^(standards|ruleset)\//, ''))
}

function labelOf(score: Reading): Reading {
  if (score === 'unreadable' || score.length === 0) return score
  return [severities.findLast((label) => (scores[label] ?? 0) <= Number(score[0])) ?? 'INFORMATIONAL']
}

function scoreOf(label: Reading): Reading {
  return label === 'unreadable' ? [] : label.map((name) => scores[String(name)] ?? 0)
}
