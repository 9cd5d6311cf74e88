/**
 * What of a finding customers may change, read from the copy that Security Hub gave: ASFF or OCSF.
 *
 * OCSF keeps workflow and archiving in one number. In Progress stands for NOTIFIED, which AWS nowhere says but its
 * own remediation solution does too; Archived, Deleted and Other are no workflow and come out as `null`.
 */
import { isJsonObject, type Json, type JsonObject, own } from '@redress/engine'
import type { Note } from './merge-note.js'

export const workflowNames = ['NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED'] as const
export const severityNames = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const

/** The members of a finding that updates reach. */
export interface FindingState {
  readonly workflow: string | null
  readonly severity: string | null
  readonly note: Note | null
  /** `null` for OCSF, which has none. */
  readonly fields: { readonly [name: string]: string } | null
  /** True where setting a workflow would undo the archiving: OCSF has one member for both. */
  readonly archived: boolean
}

/** `status_id` by workflow. */
export const statusIds: ReadonlyMap<string, number> = new Map([
  ['NEW', 1],
  ['NOTIFIED', 2],
  ['SUPPRESSED', 3],
  ['RESOLVED', 4],
])

/** `severity_id` by label. */
export const severityIds: ReadonlyMap<string, number> = new Map(severityNames.map((name, index) => [name, index + 1]))

const archivedId = 5

export function stateOf(finding: JsonObject, format: 'asff' | 'ocsf'): FindingState {
  return format === 'asff' ? stateOfAsff(finding) : stateOfOcsf(finding)
}

function stateOfAsff(finding: JsonObject): FindingState {
  const note = own(finding, 'Note')
  const text = own(note, 'Text')
  const label = own(own(finding, 'Severity'), 'Label')
  return {
    workflow: oneOf(workflowNames, own(own(finding, 'Workflow'), 'Status') ?? 'NEW'),
    severity: oneOf(severityNames, label) ?? labelOf(own(own(finding, 'Severity'), 'Normalized')),
    note: typeof text === 'string' ? { text, updatedBy: String(own(note, 'UpdatedBy') ?? '') } : null,
    fields: texts(own(finding, 'UserDefinedFields')),
    archived: false,
  }
}

function stateOfOcsf(finding: JsonObject): FindingState {
  const comment = own(finding, 'comment')
  const statusId = own(finding, 'status_id')
  const severityId = own(finding, 'severity_id')
  const nameOf = (ids: ReadonlyMap<string, number>, id: Json | undefined) =>
    [...ids].find(([, known]) => known === id)?.[0] ?? null
  return {
    workflow: statusId === undefined || statusId === 0 ? 'NEW' : nameOf(statusIds, statusId),
    severity: nameOf(severityIds, severityId),
    note: typeof comment === 'string' && comment !== '' ? { text: comment, updatedBy: null } : null,
    fields: null,
    archived: statusId === archivedId,
  }
}

/** Label by score, as Security Hub fills it in (API reference, “Severity”). */
function labelOf(score: Json | undefined): string | null {
  if (typeof score !== 'number') return null
  const steps = [1, 40, 70, 90].filter((step) => score >= step).length
  return severityNames[steps] ?? null
}

function oneOf(names: readonly string[], value: Json | undefined): string | null {
  return names.find((name) => name === value) ?? null
}

function texts(value: Json | undefined): { readonly [name: string]: string } {
  if (!isJsonObject(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]))
}
