/** The names that skimming looks for in an ASFF finding, and what it does about each. */
import { absent, at, inResource, type Places } from './places.js'

/** What to do about a member: note its place, look into it, or give up. */
export interface Entry {
  readonly name: Uint8Array
  /** The number of the member; `null` for one whose place is not noted. */
  readonly member: number | null
  readonly inside: Table | null
  readonly kind: 'member' | 'resources' | 'other'
}

export interface Table {
  /** By the length of the name. */
  readonly byLength: readonly (readonly Entry[] | undefined)[]
  /** The numbers of its members. */
  readonly members: readonly number[]
}

interface Wanted {
  readonly [name: string]: number | Entry['kind'] | { readonly member: number | null; readonly wanted: Wanted }
}

function tableOf(wanted: Wanted): Table {
  const byLength: Entry[][] = []
  const members: number[] = []
  for (const [name, want] of Object.entries(wanted)) {
    const entry = entryOf(name, want)
    if (entry.member !== null) members.push(entry.member)
    byLength[name.length] ??= []
    byLength[name.length]?.push(entry)
  }
  return { byLength, members }
}

function entryOf(name: string, want: Wanted[string]): Entry {
  const plain = { name: new TextEncoder().encode(name), member: null, inside: null, kind: 'member' } as const
  if (typeof want === 'number') return { ...plain, member: want }
  if (typeof want === 'string') return { ...plain, kind: want }
  return { ...plain, member: want.member, inside: tableOf(want.wanted) }
}

const group = (wanted: Wanted, member: number | null = null) => ({ member, wanted })

/** Of the body. */
export const body = tableOf({
  Id: at.id,
  ProductArn: at.productArn,
  ProductName: at.productName,
  CompanyName: at.companyName,
  GeneratorId: at.generatorId,
  Title: at.title,
  Description: at.description,
  Types: at.types,
  AwsAccountId: at.accountId,
  AwsAccountName: at.accountName,
  Region: at.region,
  FirstObservedAt: at.firstObservedAt,
  LastObservedAt: at.lastObservedAt,
  CreatedAt: at.createdAt,
  UpdatedAt: at.updatedAt,
  Severity: group({ Label: at.severityLabel, Normalized: at.severityNormalized }),
  Criticality: at.criticality,
  Confidence: at.confidence,
  Workflow: group({ Status: at.workflowStatus }),
  RecordState: at.recordState,
  VerificationState: at.verificationState,
  Note: at.note,
  Compliance: group({
    Status: at.complianceStatus,
    SecurityControlId: at.securityControlId,
    SecurityControlParameters: at.controlParameters,
    AssociatedStandards: at.associatedStandards,
    RelatedRequirements: at.relatedRequirements,
  }),
  ProductFields: group({ ResourceOwnerAccount: at.resourceOwner }, at.productFields),
  FindingProviderFields: group({ Criticality: at.providedCriticality, Confidence: at.providedConfidence }),
  Resources: 'resources',
  // Names that say that this is no ASFF finding, but carries findings or is one in the other format.
  ...Object.fromEntries(
    [
      ...['detail', 'detail-type', 'Records', 'Messages', 'Findings', 'findings', 'body', 'Body'],
      ...['class_uid', 'finding_info'],
    ].map((name) => [name, 'other' as const]),
  ),
})

/** Of a resource. */
export const resource = tableOf({
  Id: inResource.id,
  Type: inResource.type,
  Partition: inResource.partition,
  Region: inResource.region,
  Owner: inResource.owner,
  Tags: inResource.tags,
  Details: inResource.details,
})

/** Places before anything was found. */
export const noBody: Places = Object.values(at).map(() => absent)
export const noResource: Places = Object.values(inResource).map(() => absent)
