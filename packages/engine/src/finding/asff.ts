/**
 * ASFF, the format of Security Hub CSPM, in the common view.
 *
 * Findings come as stored or as a provider sent them, so that much may be missing: without `Workflow` a finding is
 * NEW and without `RecordState` it is ACTIVE, as Security Hub would have it. A missing severity stays missing.
 */
import type { Arrival, Finding, Resource, Severity } from '../contracts/finding.js'
import { isJsonObject, type Json, type JsonObject, own } from '../contracts/json.js'
import { claim, settleControl } from './claims.js'
import type { Claim } from './control-id.js'
import type { Refusal } from './limits.js'
import { idOf, invalid, orElse, readRegion, scoreOr, textsAt } from './members.js'
import { productIn, securityHub } from './product.js'
import { readWithNotes } from './read-with-notes.js'
import { type Parsed, type Path, type Reader, valueAt } from './reader.js'
import { type ResourcePlaces, readResource } from './resource.js'
import { associatedStandards, controlParameters, standardIn, standardName } from './standards.js'
import { readTags } from './tags.js'
import { timestamp } from './timestamps.js'
import { accountId, score, text, texts } from './values.js'
import * as words from './words.js'

/** Everything but the `Id` and the `Resources` may be missing or unreadable. */
export function readAsff(raw: JsonObject, arrival: Arrival): Finding | Refusal {
  const id = idOf(raw, at.id)
  if (typeof id !== 'string') return id
  const resources = resourcesOf(raw)
  if ('code' in resources) return resources

  return readWithNotes(raw, {}, (reader) => ({
    format: 'asff' as const,
    arrival,
    ...readMembers(reader, raw, id),
    resources,
    raw,
  }))
}

function readMembers(reader: Reader, raw: JsonObject, id: string) {
  reader.from('id', at.id)
  const productArn = reader.read('productArn', text, at.product)
  const product = reader.read('product', productIn, at.product)
  const hub = product?.name === securityHub
  if (product !== null) reader.from('partition', at.product)
  const { severity, severityScore } = readSeverity(reader)
  return {
    id,
    hubId: null,
    productArn,
    product: product?.name ?? null,
    productName: reader.read('productName', text, ...at.productName),
    company: reader.read('company', text, ...at.company),
    generator: reader.read('generator', text, at.generator),
    title: reader.read('title', text, at.title),
    description: reader.read('description', text, at.description),
    types: reader.read('types', texts, ...at.types),
    control: readControl(reader, raw, product?.name ?? null),
    standard: readStandard(reader, raw, hub),
    requirement: reader.read('requirement', texts, at.requirements),
    account: reader.read('account', accountId, at.account),
    accountName: reader.read('accountName', text, at.accountName),
    region: readRegion(reader, at.region, at.product, product),
    partition: product?.partition ?? null,
    severity,
    severityScore,
    criticality: reader.read('criticality', score, ...at.criticality),
    confidence: reader.read('confidence', score, ...at.confidence),
    workflow: orElse(reader, 'workflow', reader.read('workflow', words.workflowStatus, at.workflow), 'NEW' as const),
    record: orElse(reader, 'record', reader.read('record', words.recordState, at.record), 'ACTIVE' as const),
    compliance: reader.read('compliance', words.complianceStatus, at.compliance),
    verification: reader.read('verification', words.verificationState, at.verification),
    firstObserved: reader.read('firstObserved', timestamp, at.firstObserved),
    lastObserved: reader.read('lastObserved', timestamp, at.lastObserved),
    created: reader.read('created', timestamp, at.created),
    updated: reader.read('updated', timestamp, at.updated),
    note: readNote(reader),
    controlParameters: (hub ? reader.read('controlParameters', controlParameters, at.parameters) : null) ?? {},
  }
}

const provided = (...path: Path): Path => ['FindingProviderFields', ...path]
const productField = (name: string): Path => ['ProductFields', name]

/** Where ASFF keeps what; of several places the first at which something stands decides. */
const at = {
  id: ['Id'],
  product: ['ProductArn'],
  productName: [['ProductName'], productField('aws/securityhub/ProductName')],
  company: [['CompanyName'], productField('aws/securityhub/CompanyName')],
  generator: ['GeneratorId'],
  title: ['Title'],
  description: ['Description'],
  types: [['Types'], provided('Types')],
  requirements: ['Compliance', 'RelatedRequirements'],
  account: ['AwsAccountId'],
  accountName: ['AwsAccountName'],
  region: ['Region'],
  severity: ['Severity', 'Label'],
  severityScore: ['Severity', 'Normalized'],
  providedSeverity: provided('Severity', 'Label'),
  criticality: [['Criticality'], provided('Criticality')],
  confidence: [['Confidence'], provided('Confidence')],
  workflow: ['Workflow', 'Status'],
  record: ['RecordState'],
  compliance: ['Compliance', 'Status'],
  verification: ['VerificationState'],
  firstObserved: ['FirstObservedAt'],
  lastObserved: ['LastObservedAt'],
  created: ['CreatedAt'],
  updated: ['UpdatedAt'],
  note: ['Note', 'Text'],
  noteBy: ['Note', 'UpdatedBy'],
  parameters: ['Compliance', 'SecurityControlParameters'],
  control: ['Compliance', 'SecurityControlId'],
  controlArn: productField('StandardsControlArn'),
  controlIds: ['ControlId', 'RuleId'].map(productField),
  standardArns: ['StandardsArn', 'StandardsGuideArn', 'StandardsSubscriptionArn'].map(productField),
  standards: ['Compliance', 'AssociatedStandards'],
  resources: ['Resources'],
} as const

/** The label and the score; each is worked out from the other where it is missing. When they disagree the label counts. */
function readSeverity(reader: Reader): { readonly severity: Severity | null; readonly severityScore: number | null } {
  const label = reader.read('severity', words.severityLabel, at.severity)
  const number = reader.read('severityScore', score, at.severityScore)
  if (label !== null || reader.spoiled('severity'))
    return { severity: label, severityScore: scoreOr(reader, number, label) }
  if (number !== null) {
    reader.from('severity', at.severityScore)
    return { severity: words.labelOf(number), severityScore: number }
  }
  if (reader.spoiled('severityScore')) {
    return { severity: reader.spoil('severity', 'there is only a score, and it cannot be read'), severityScore: null }
  }
  const provided = reader.read('severity', words.severityLabel, at.providedSeverity)
  return { severity: provided, severityScore: scoreOr(reader, number, provided) }
}

function readControl(reader: Reader, raw: JsonObject, product: string | null): string | null {
  return settleControl(reader, raw, product, at.control, () => {
    const [standard] = at.standardArns.flatMap((path) => textsAt(raw, path)).map(standardName)
    const requirements = textsAt(raw, at.requirements)
    return [
      ...claim(raw, 'spelling', at.generator, at.id, at.controlArn),
      ...claim(raw, 'id', ...at.controlIds).map((one) => ({ ...one, standard: standard ?? null })),
      ...requirements.map((text, index): Claim => {
        return { text, path: [...at.requirements, index], kind: 'requirement' }
      }),
    ]
  })
}

/** Standards as listed, else the one that a finding of Security Hub is of by its generator. */
function readStandard(reader: Reader, raw: JsonObject, hub: boolean): readonly string[] | null {
  const listed = reader.read('standard', associatedStandards, at.standards)
  if (listed !== null || !hub || reader.spoiled('standard')) return listed
  for (const path of [at.generator, at.id]) {
    const name = textsAt(raw, path).map(standardIn)[0]
    if (name === null || name === undefined) continue
    reader.from('standard', path)
    return [name]
  }
  return null
}

function readNote(reader: Reader): Finding['note'] {
  const note = reader.read('note', text, at.note)
  return note === null ? null : { text: note, updatedBy: reader.read('note.updatedBy', text, at.noteBy) }
}

function resourcesOf(raw: JsonObject): readonly Resource[] | Refusal {
  const list = valueAt(raw, at.resources)
  if (list === undefined) return invalid(at.resources, 'is missing')
  if (!Array.isArray(list)) return invalid(at.resources, 'is not a list')
  const resources: Resource[] = []
  for (const [index, item] of list.entries()) {
    const base: Path = ['Resources', index]
    if (!isJsonObject(item)) return invalid(base, 'is not an object')
    const id = idOf(raw, [...base, 'Id'])
    if (typeof id !== 'string') return id
    resources.push(readResource({ item, base, body: raw, id, idPath: at.id }, placesOf(item, list.length === 1)))
  }
  return resources
}

/** `Owner.Account` may be a text; the product says whose the resource is where it is the only one. */
function placesOf(item: JsonObject, alone: boolean): ResourcePlaces {
  const owner = own(item, 'Owner')
  const asText = owner !== undefined && typeof own(owner, 'Account') === 'string'
  if (asText) return alone ? places.textAlone : places.text
  return alone ? places.alone : places.several
}

const common = {
  type: [['Type']],
  region: [['Region']],
  partition: [['Partition']],
  details: [['Details']],
  parseDetails: (value: Json): Parsed<JsonObject> => (isJsonObject(value) ? { value } : { reason: 'is not an object' }),
  readTags: (reader: Reader, item: Json) => readTags(reader, item, ['Tags']),
} as const

const ownerOfProduct: Path = ['/', 'ProductFields', 'ResourceOwnerAccount']
const places = {
  text: { ...common, owner: [['Owner', 'Account']] },
  textAlone: { ...common, owner: [['Owner', 'Account'], ownerOfProduct] },
  several: { ...common, owner: [['Owner', 'Account', 'Id']] },
  alone: { ...common, owner: [['Owner', 'Account', 'Id'], ownerOfProduct] },
} as const
