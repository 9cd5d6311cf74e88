/**
 * ASFF, the format of Security Hub CSPM, in the common view.
 *
 * Findings come as stored or as a provider sent them, so that much may be missing: without `Workflow` a finding is
 * NEW and without `RecordState` it is ACTIVE, as Security Hub would have it. A missing severity stays missing.
 */
import type { Arrival, Finding, Resource, Severity } from '../contracts/finding.js'
import { isJsonObject, type JsonObject } from '../contracts/json.js'
import { claim, settleControl } from './claims.js'
import type { Claim } from './control-id.js'
import type { Refusal } from './limits.js'
import { idOf, invalid, orElse, readRegion, scoreOr, textsAt } from './members.js'
import { productIn, securityHub } from './product.js'
import { createReader, type Parsed, type Path, type Reader, valueAt } from './reader.js'
import { readResource } from './resource.js'
import { associatedStandards, controlParameters, standardIn, standardName } from './standards.js'
import { readTags } from './tags.js'
import { timestamp } from './timestamps.js'
import { accountId, score, text, texts } from './values.js'
import * as words from './words.js'

/** Everything but the `Id` and the `Resources` may be missing or unreadable. */
export function readAsff(raw: JsonObject, arrival: Arrival): Finding | Refusal {
  const id = idOf(raw, ['Id'])
  if (typeof id !== 'string') return id
  const resources = resourcesOf(raw)
  if ('code' in resources) return resources

  const reader = createReader(raw)
  reader.from('id', ['Id'])
  const productArn = reader.read('productArn', text, ['ProductArn'])
  const product = reader.read('product', productIn, ['ProductArn'])
  const hub = product?.name === securityHub
  if (product !== null) reader.from('partition', ['ProductArn'])
  const severity = readSeverity(reader)
  const finding = {
    format: 'asff' as const,
    arrival,
    id,
    hubId: null,
    productArn,
    product: product?.name ?? null,
    productName: reader.read('productName', text, ['ProductName'], ['ProductFields', 'aws/securityhub/ProductName']),
    company: reader.read('company', text, ['CompanyName'], ['ProductFields', 'aws/securityhub/CompanyName']),
    generator: reader.read('generator', text, ['GeneratorId']),
    title: reader.read('title', text, ['Title']),
    description: reader.read('description', text, ['Description']),
    types: reader.read('types', texts, ['Types'], ['FindingProviderFields', 'Types']),
    control: readControl(reader, raw, product?.name ?? null),
    standard: readStandard(reader, raw, hub),
    requirement: reader.read('requirement', texts, ['Compliance', 'RelatedRequirements']),
    account: reader.read('account', accountId, ['AwsAccountId']),
    accountName: reader.read('accountName', text, ['AwsAccountName']),
    region: readRegion(reader, ['Region'], ['ProductArn'], product),
    partition: product?.partition ?? null,
    ...severity,
    criticality: reader.read('criticality', score, ['Criticality'], ['FindingProviderFields', 'Criticality']),
    confidence: reader.read('confidence', score, ['Confidence'], ['FindingProviderFields', 'Confidence']),
    workflow: orElse(reader, 'workflow', reader.read('workflow', words.workflowStatus, ['Workflow', 'Status']), 'NEW'),
    record: orElse(reader, 'record', reader.read('record', words.recordState, ['RecordState']), 'ACTIVE'),
    compliance: reader.read('compliance', words.complianceStatus, ['Compliance', 'Status']),
    verification: reader.read('verification', words.verificationState, ['VerificationState']),
    firstObserved: reader.read('firstObserved', timestamp, ['FirstObservedAt']),
    lastObserved: reader.read('lastObserved', timestamp, ['LastObservedAt']),
    created: reader.read('created', timestamp, ['CreatedAt']),
    updated: reader.read('updated', timestamp, ['UpdatedAt']),
    note: readNote(reader),
    controlParameters: hub
      ? (reader.read('controlParameters', controlParameters, ['Compliance', 'SecurityControlParameters']) ?? {})
      : {},
    resources,
    raw,
  } as const
  return { ...finding, ...reader.notes() }
}

/** The label and the score; each is worked out from the other where it is missing. When they disagree the label counts. */
function readSeverity(reader: Reader): { readonly severity: Severity | null; readonly severityScore: number | null } {
  const provider = ['FindingProviderFields', 'Severity'] as const
  const label = reader.read('severity', words.severityLabel, ['Severity', 'Label'])
  const number = reader.read('severityScore', score, ['Severity', 'Normalized'])
  if (label !== null || reader.spoiled('severity'))
    return { severity: label, severityScore: scoreOr(reader, number, label) }
  if (number !== null) {
    reader.from('severity', ['Severity', 'Normalized'])
    return { severity: words.labelOf(number), severityScore: number }
  }
  if (reader.spoiled('severityScore')) {
    return { severity: reader.spoil('severity', 'there is only a score, and it cannot be read'), severityScore: null }
  }
  const provided = reader.read('severity', words.severityLabel, [...provider, 'Label'])
  return { severity: provided, severityScore: scoreOr(reader, number, provided) }
}

function readControl(reader: Reader, raw: JsonObject, product: string | null): string | null {
  const fields = (...keys: readonly string[]) => keys.map((key): Path => ['ProductFields', key])
  const standardPaths = fields('StandardsArn', 'StandardsGuideArn', 'StandardsSubscriptionArn')
  const [standard] = standardPaths.flatMap((path) => textsAt(raw, path)).map(standardName)
  const requirements = textsAt(raw, ['Compliance', 'RelatedRequirements'])
  const claims: Claim[] = [
    ...claim(raw, 'spelling', ['GeneratorId'], ['Id'], ...fields('StandardsControlArn')),
    ...claim(raw, 'id', ...fields('ControlId', 'RuleId')).map((one) => ({ ...one, standard: standard ?? null })),
    ...requirements.map((text, index): Claim => {
      return { text, path: ['Compliance', 'RelatedRequirements', index], kind: 'requirement' }
    }),
  ]
  return settleControl(reader, raw, product, ['Compliance', 'SecurityControlId'], claims)
}

/** Standards as listed, else the one that a finding of Security Hub is of by its generator. */
function readStandard(reader: Reader, raw: JsonObject, hub: boolean): readonly string[] | null {
  const listed = reader.read('standard', associatedStandards, ['Compliance', 'AssociatedStandards'])
  if (listed !== null || !hub || reader.spoiled('standard')) return listed
  for (const path of [['GeneratorId'], ['Id']]) {
    const name = textsAt(raw, path).map(standardIn)[0]
    if (name === null || name === undefined) continue
    reader.from('standard', path)
    return [name]
  }
  return null
}

function readNote(reader: Reader): Finding['note'] {
  const note = reader.read('note', text, ['Note', 'Text'])
  if (note === null) return null
  return { text: note, updatedBy: reader.read('note.updatedBy', text, ['Note', 'UpdatedBy']) }
}

function resourcesOf(raw: JsonObject): readonly Resource[] | Refusal {
  const list = valueAt(raw, ['Resources'])
  if (list === undefined) return invalid(['Resources'], 'is missing')
  if (!Array.isArray(list)) return invalid(['Resources'], 'is not a list')
  const resources: Resource[] = []
  for (const index of list.keys()) {
    const base: Path = ['Resources', index]
    if (!isJsonObject(list[index])) return invalid(base, 'is not an object')
    const id = idOf(raw, [...base, 'Id'])
    if (typeof id !== 'string') return id
    resources.push(asffResource(raw, base, id, list.length === 1))
  }
  return resources
}

function asffResource(raw: JsonObject, base: Path, id: string, alone: boolean): Resource {
  const owner: Path = typeof valueAt(raw, [...base, 'Owner', 'Account']) === 'string' ? [] : ['Id']
  return readResource(raw, {
    id,
    idPath: [...base, 'Id'],
    type: [[...base, 'Type']],
    region: [[...base, 'Region']],
    partition: [[...base, 'Partition']],
    owner: [[...base, 'Owner', 'Account', ...owner], ...(alone ? [['ProductFields', 'ResourceOwnerAccount']] : [])],
    details: [[...base, 'Details']],
    parseDetails: (value): Parsed<JsonObject> => (isJsonObject(value) ? { value } : { reason: 'is not an object' }),
    readTags: (reader) => readTags(reader, raw, [...base, 'Tags']),
  })
}
