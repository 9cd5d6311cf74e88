/**
 * Security Hub in process: ASFF and OCSF findings in one list, read by filter and updated as customers may.
 *
 * A finding keeps the form that it came in; the V1 calls see the ASFF ones, the V2 calls the OCSF ones. As in AWS a
 * failed update is a success with `UnprocessedFindings`; `locked` makes the next updates of one finding fail so.
 */
import type {
  BatchImportFindingsCommandInput,
  BatchImportFindingsCommandOutput,
  BatchUpdateFindingsCommandInput,
  BatchUpdateFindingsCommandOutput,
  BatchUpdateFindingsV2CommandInput,
  BatchUpdateFindingsV2CommandOutput,
  GetFindingsCommandInput,
  GetFindingsV2CommandInput,
} from '@aws-sdk/client-securityhub'
import { isJsonObject, type Json, type JsonObject, own } from '@redress/engine'
import { awsError, defineFake, type FakeContext, type Output } from './fake.js'
import { pageOf } from './page-of.js'
import { isOcsf, matchesFilters, matchesOcsfFilters } from './securityhub-filters.js'

export interface SecurityHubState {
  /** Raw ASFF or OCSF documents. */
  findings: JsonObject[]
  /** Finding id (ASFF `Id`, OCSF `metadata.uid`) → codes with which its next updates fail, first to last. */
  locked: { [id: string]: string[] }
}

type Context = FakeContext<SecurityHubState>

const severityNames = ['Unknown', 'Informational', 'Low', 'Medium', 'High', 'Critical', 'Fatal']
const statusNames = ['Unknown', 'New', 'In Progress', 'Suppressed', 'Resolved', 'Archived']
const scores: { readonly [label: string]: number } = { INFORMATIONAL: 0, LOW: 1, MEDIUM: 40, HIGH: 70, CRITICAL: 90 }

export const fakeSecurityHub = defineFake<SecurityHubState>({
  key: 'securityhub',
  service: 'SecurityHub',
  prefix: 'securityhub',
  scope: 'region',
  initial: () => ({ findings: [], locked: {} }),
  permissions: {
    GetFindingsV2: ['securityhub:GetFindings'],
    BatchUpdateFindingsV2: ['securityhub:BatchUpdateFindings'],
  },
  operations: {
    GetFindings(input: GetFindingsCommandInput, { state }: Context) {
      for (const [name, values] of Object.entries(input.Filters ?? {})) {
        if (values.length > 20) throw awsError('InvalidInputException', `Filter ${name} has more than 20 values`)
      }
      const found = state.findings.filter((finding) => !isOcsf(finding) && matchesFilters(finding, input.Filters ?? {}))
      const { items, next } = pageOf(found, input.NextToken, sizeOf(input.MaxResults))
      return { Findings: items, ...(next === null ? {} : { NextToken: next }) }
    },
    GetFindingsV2(input: GetFindingsV2CommandInput, { state }: Context) {
      const found = state.findings.filter((finding) => isOcsf(finding) && matchesOcsfFilters(finding, input.Filters))
      const { items, next } = pageOf(found, input.NextToken, sizeOf(input.MaxResults))
      return { Findings: items, ...(next === null ? {} : { NextToken: next }) }
    },
    BatchUpdateFindings(
      input: BatchUpdateFindingsCommandInput,
      context: Context,
    ): Output<BatchUpdateFindingsCommandOutput> {
      const { FindingIdentifiers = [], Note, Severity, Workflow, ...rest } = input
      if (FindingIdentifiers.length > 100) throw awsError('InvalidInputException', 'Too many finding identifiers')
      const changes = new Map<string, Json>()
      if (Note !== undefined) {
        const UpdatedAt = new Date(context.now).toISOString()
        changes.set('Note', { Text: Note.Text ?? '', UpdatedBy: Note.UpdatedBy ?? '', UpdatedAt })
      }
      if (Severity?.Label !== undefined) {
        changes.set('Severity', { Label: Severity.Label, Normalized: scores[Severity.Label] ?? 0 })
      }
      if (Workflow?.Status !== undefined) changes.set('Workflow', { Status: Workflow.Status })
      for (const [name, value] of Object.entries(rest)) changes.set(name, JSON.parse(JSON.stringify(value)))
      return split(FindingIdentifiers, (identifier, index) => {
        const twice = FindingIdentifiers.findIndex((other) => sameIdentity(other, identifier)) < index
        const code = twice
          ? 'DuplicatedFindingIdentifier'
          : update(context, identifier.Id ?? '', 'FindingNotFound', changes, (finding) =>
              sameIdentity(finding, identifier),
            )
        return code === null
          ? null
          : { FindingIdentifier: identifier, ErrorCode: code, ErrorMessage: `${code} for ${identifier.Id}` }
      })
    },
    BatchUpdateFindingsV2(
      input: BatchUpdateFindingsV2CommandInput,
      context: Context,
    ): Output<BatchUpdateFindingsV2CommandOutput> {
      const { MetadataUids = [], FindingIdentifiers = [], Comment, SeverityId, StatusId } = input
      if ((MetadataUids.length === 0) === (FindingIdentifiers.length === 0)) {
        throw awsError('ValidationException', 'Give either MetadataUids or FindingIdentifiers')
      }
      if (MetadataUids.length + FindingIdentifiers.length > 100) throw awsError('ValidationException', 'Too many')
      const changes = new Map<string, Json>()
      if (Comment !== undefined) changes.set('comment', Comment)
      if (SeverityId !== undefined) changes.set('severity_id', SeverityId)
      if (SeverityId !== undefined) changes.set('severity', severityNames[SeverityId] ?? 'Other')
      if (StatusId !== undefined) changes.set('status_id', StatusId)
      if (StatusId !== undefined) changes.set('status', statusNames[StatusId] ?? 'Other')
      const asked = [
        ...MetadataUids.map((MetadataUid) => ({ MetadataUid })),
        ...FindingIdentifiers.map((FindingIdentifier) => ({ FindingIdentifier })),
      ]
      return split(asked, (identity) => {
        const uid = 'MetadataUid' in identity ? identity.MetadataUid : (identity.FindingIdentifier.FindingInfoUid ?? '')
        const code = update(context, uid, 'ResourceNotFoundException', changes, (finding) =>
          'MetadataUid' in identity
            ? own(own(finding, 'metadata'), 'uid') === uid
            : own(own(finding, 'finding_info'), 'uid') === uid &&
              own(own(own(finding, 'cloud'), 'account'), 'uid') === identity.FindingIdentifier.CloudAccountUid &&
              own(own(own(finding, 'metadata'), 'product'), 'uid') === identity.FindingIdentifier.MetadataProductUid,
        )
        return code === null ? null : { ...identity, ErrorCode: v2Code(code), ErrorMessage: `${code} for ${uid}` }
      })
    },
    BatchImportFindings(
      input: BatchImportFindingsCommandInput,
      { state }: Context,
    ): Output<BatchImportFindingsCommandOutput> {
      const { Findings = [] } = input
      for (const given of Findings) {
        const finding: unknown = JSON.parse(JSON.stringify(given))
        if (!isJsonObject(finding)) continue
        const known = state.findings.findIndex((other) => sameIdentity(other, finding))
        const old = known < 0 ? {} : (state.findings[known] ?? {})
        if (known < 0) state.findings.push(finding)
        else if (String(old['UpdatedAt']) < String(finding['UpdatedAt'])) state.findings[known] = keepOurs(old, finding)
      }
      return { SuccessCount: Findings.length, FailedCount: 0, FailedFindings: [] }
    },
  },
})

const codesV2 = ['ConflictException', 'InternalServerException', 'ResourceNotFoundException'] as const

function v2Code(code: string) {
  return codesV2.find((known) => known === code) ?? 'ValidationException'
}

function sizeOf(maxResults: number | undefined): number {
  return Math.min(maxResults ?? 100, 100)
}

function sameIdentity(a: object, b: object): boolean {
  return Reflect.get(a, 'Id') === Reflect.get(b, 'Id') && Reflect.get(a, 'ProductArn') === Reflect.get(b, 'ProductArn')
}

function split<Asked, Failure>(asked: readonly Asked[], act: (one: Asked, index: number) => Failure | null) {
  const ProcessedFindings: Asked[] = []
  const UnprocessedFindings: Failure[] = []
  for (const [index, one] of asked.entries()) {
    const failure = act(one, index)
    if (failure === null) ProcessedFindings.push(one)
    else UnprocessedFindings.push(failure)
  }
  return { ProcessedFindings, UnprocessedFindings }
}

/** Changes one finding; the code with which that failed, else `null`. */
function update(
  { state }: Context,
  id: string,
  notFound: string,
  changes: ReadonlyMap<string, Json>,
  isMeant: (finding: JsonObject) => boolean,
): string | null {
  const index = state.findings.findIndex(isMeant)
  const finding = state.findings[index]
  if (finding === undefined) return notFound
  const fault = state.locked[id]?.shift()
  if (fault !== undefined) return fault
  state.findings[index] = { ...finding, ...Object.fromEntries(changes) }
  return null
}

/** A provider's update leaves alone what customers may set (API reference, “BatchImportFindings”). */
function keepOurs(old: JsonObject, next: JsonObject): JsonObject {
  const ours = ['Note', 'UserDefinedFields', 'VerificationState', 'Workflow'].filter((name) => Object.hasOwn(old, name))
  return { ...next, ...Object.fromEntries(ours.map((name) => [name, old[name] ?? null])) }
}
