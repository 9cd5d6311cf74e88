/**
 * OCSF, the format of Security Hub and of Security Lake, in the common view.
 *
 * Accepted are the classes that these two send: 2002 vulnerability, 2003 compliance, 2004 detection, 2006 data
 * security. Ids come before words (`severity_id` before `severity`) and `*_dt` before numbers, which some write
 * in seconds. Security Lake's 1.1 bodies differ in places; both are read.
 */
import type { Arrival, Finding, Severity } from '../contracts/finding.js'
import type { JsonObject } from '../contracts/json.js'
import { claim, settleControl } from './claims.js'
import type { Claim } from './control-id.js'
import type { Refusal } from './limits.js'
import { idOf, invalid, orElse, readRegion, scoreOr, textsAt } from './members.js'
import { ocsfResources } from './ocsf-resource.js'
import { productIn, securityHub } from './product.js'
import { readWithNotes } from './read-with-notes.js'
import { type Path, type Reader, valueAt } from './reader.js'
import { controlParameters, standardIn, standardNames } from './standards.js'
import { timestamp } from './timestamps.js'
import { accountId, score, text, texts } from './values.js'
import * as words from './words.js'

const classes: ReadonlySet<unknown> = new Set([2002, 2003, 2004, 2006])

const info = (...path: Path): Path => ['finding_info', ...path]
const product = (...path: Path): Path => ['metadata', 'product', ...path]

/** Everything but the class, the id and ids of resources may be missing or unreadable. */
export function readOcsf(raw: JsonObject, arrival: Arrival): Finding | Refusal {
  const refusal = refuseClass(raw)
  if (refusal !== null) return refusal
  const id = idOf(raw, info('uid'))
  if (typeof id !== 'string') return id
  const resources = ocsfResources(raw)
  if ('code' in resources) return resources

  return readWithNotes(raw, {}, (reader) => ({
    format: 'ocsf' as const,
    arrival,
    ...readMembers(reader, raw, id),
    resources,
    raw,
  }))
}

function readMembers(reader: Reader, raw: JsonObject, id: string) {
  reader.from('id', info('uid'))
  const maker = reader.read('product', productIn, product('uid'))
  if (maker !== null) reader.from('partition', product('uid'))
  const hub = maker?.name === securityHub
  const times = (name: string, ...more: readonly Path[]) => [info(`${name}_dt`), info(name), ...more]
  return {
    id,
    hubId: reader.read('hubId', text, ['metadata', 'uid']),
    productArn: reader.read('productArn', text, product('uid')),
    product: maker?.name ?? null,
    productName: reader.read('productName', text, product('name')),
    company: reader.read('company', text, product('vendor_name')),
    generator: reader.read('generator', text, product('feature', 'uid'), info('analytic', 'uid')),
    title: reader.read('title', text, info('title')),
    description: reader.read('description', text, info('desc')),
    types: reader.read('types', texts, info('types')),
    control: readControl(reader, raw, maker?.name ?? null),
    standard: readStandard(reader, id, hub),
    requirement: reader.read('requirement', texts, ['compliance', 'requirements']),
    account: reader.read('account', accountId, ['cloud', 'account', 'uid'], ['cloud', 'account_uid']),
    accountName: reader.read('accountName', text, ['cloud', 'account', 'name']),
    region: readRegion(reader, ['cloud', 'region'], product('uid'), maker),
    partition: maker?.partition ?? reader.read('partition', text, ['cloud', 'cloud_partition']),
    ...readSeverity(reader),
    criticality: reader.read('criticality', score, ...firstResource(raw, 'criticality')),
    confidence: reader.read('confidence', score, ['confidence_score']),
    ...readStatus(reader, raw),
    compliance: reader.read('compliance', complianceOf(raw), ['compliance', 'status_id'], ['compliance', 'status']),
    verification: null,
    firstObserved: reader.read('firstObserved', timestamp, ...times('first_seen_time')),
    lastObserved: reader.read('lastObserved', timestamp, ...times('last_seen_time')),
    created: reader.read('created', timestamp, ...times('created_time')),
    // AWS's published exposure sample misspells the key; `time` is the same instant where Security Hub sends it.
    updated: reader.read(
      'updated',
      timestamp,
      ...times('modified_time', info('finding.info.modified_time_dt'), ['time_dt'], ['time']),
    ),
    note: readNote(reader),
    controlParameters: hub
      ? (reader.read('controlParameters', controlParameters, ['compliance', 'control_parameters']) ?? {})
      : {},
  }
}

function refuseClass(raw: JsonObject): Refusal | null {
  const id = valueAt(raw, ['class_uid'])
  if (id === undefined) return invalid(['class_uid'], 'is missing')
  if (classes.has(id)) return null
  if (typeof id !== 'number') return invalid(['class_uid'], 'is not a number')
  return {
    code: 'finding.unsupported-class',
    message: `\`class_uid\` ${id} is not a class that findings are read from`,
  }
}

/** The word is read only where there is no id. */
function complianceOf(raw: JsonObject) {
  return valueAt(raw, ['compliance', 'status_id']) === undefined ? words.complianceWord : words.complianceId
}

function readSeverity(reader: Reader): { readonly severity: Severity | null; readonly severityScore: number | null } {
  const byId = reader.read('severity', words.severityId, ['severity_id'])
  const severity =
    byId === null && !reader.spoiled('severity') ? reader.read('severity', words.severityWord, ['severity']) : byId
  const number = reader.read('severityScore', score, ['unmapped', 'Severity.Normalized'])
  return { severity, severityScore: scoreOr(reader, number, severity) }
}

/** One status carries workflow and record state. An archived finding has no workflow that is known. */
function readStatus(reader: Reader, raw: JsonObject): Pick<Finding, 'workflow' | 'record'> {
  const byId = reader.read('workflow', words.statusId, ['status_id'])
  const status =
    byId === null && !reader.spoiled('workflow') ? reader.read('workflow', words.statusWord, ['status']) : byId
  if (status === 'ARCHIVED') {
    reader.from('record', byId === null ? ['status'] : ['status_id'])
    return { workflow: null, record: 'ARCHIVED' }
  }
  const workflow = orElse(reader, 'workflow', status, 'NEW')
  if (valueAt(raw, ['activity_id']) === 3) {
    reader.from('record', ['activity_id'])
    return { workflow, record: 'ARCHIVED' }
  }
  const stated = reader.read('record', words.recordState, ['unmapped', 'RecordState'])
  return { workflow, record: orElse(reader, 'record', stated, 'ACTIVE') }
}

function readControl(reader: Reader, raw: JsonObject, maker: string | null): string | null {
  const requirements: Path = ['compliance', 'requirements']
  return settleControl(reader, raw, maker, ['compliance', 'control'], () => [
    ...claim(raw, 'spelling', info('uid'), product('feature', 'uid'), [
      'unmapped',
      'ProductFields.StandardsControlArn',
    ]),
    ...claim(raw, 'id', ['unmapped', 'ProductFields.ControlId']),
    ...textsAt(raw, requirements).map((text, index): Claim => {
      return { text, path: [...requirements, index], kind: 'requirement' }
    }),
  ])
}

function readStandard(reader: Reader, id: string, hub: boolean): readonly string[] | null {
  const listed = reader.read('standard', standardNames, ['compliance', 'standards'])
  const name = standardIn(id)
  if (listed !== null || !hub || name === null || reader.spoiled('standard')) return listed
  reader.from('standard', info('uid'))
  return [name]
}

function readNote(reader: Reader): Finding['note'] {
  const comment = reader.read('note', text, ['comment'])
  return comment === null ? null : { text: comment, updatedBy: null }
}

/** A path into the resource that comes first; none where there is no resource. */
function firstResource(raw: JsonObject, member: string): readonly Path[] {
  if (valueAt(raw, ['resources', 0]) !== undefined) return [['resources', 0, member]]
  return valueAt(raw, ['resource']) === undefined ? [] : [['resource', member]]
}
