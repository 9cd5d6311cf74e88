/**
 * Turns a difference of two states into what an update call carries: only the members that differ.
 *
 * A note can be replaced but not removed, in either API. Where undo would remove one, a text that says so is left.
 */
import { type Json, type JsonObject, own, sameJson } from '@redress/engine'
import { severityIds, statusIds } from './finding-state.js'
import { type Note, withdrawnNote } from './merge-note.js'

/** Members of BatchUpdateFindings or BatchUpdateFindingsV2 beside the identifiers; `{}` when nothing differs. */
export function updateBody(before: Json, after: Json, format: 'asff' | 'ocsf'): JsonObject {
  const next = (member: string): Json | undefined => {
    const value = own(after, member)
    return value === undefined || sameJson(own(before, member), value) ? undefined : value
  }
  const note = next('note')
  const text = note === undefined ? undefined : asNote(note, format)
  return format === 'asff'
    ? asffBody(next('workflow'), next('severity'), text, next('fields'))
    : ocsfBody(next('workflow'), next('severity'), text)
}

function asffBody(
  workflow: Json | undefined,
  severity: Json | undefined,
  note: Note | undefined,
  fields: Json | undefined,
): JsonObject {
  return {
    ...(typeof workflow === 'string' ? { Workflow: { Status: workflow } } : {}),
    ...(typeof severity === 'string' ? { Severity: { Label: severity } } : {}),
    ...(note === undefined ? {} : { Note: { Text: note.text, UpdatedBy: note.updatedBy ?? '' } }),
    ...(fields === undefined || fields === null ? {} : { UserDefinedFields: fields }),
  }
}

function ocsfBody(workflow: Json | undefined, severity: Json | undefined, note: Note | undefined): JsonObject {
  const statusId = typeof workflow === 'string' ? statusIds.get(workflow) : undefined
  const severityId = typeof severity === 'string' ? severityIds.get(severity) : undefined
  return {
    ...(statusId === undefined ? {} : { StatusId: statusId }),
    ...(severityId === undefined ? {} : { SeverityId: severityId }),
    ...(note === undefined ? {} : { Comment: note.text }),
  }
}

function asNote(value: Json, format: 'asff' | 'ocsf'): Note {
  const text = own(value, 'text')
  const updatedBy = own(value, 'updatedBy')
  if (typeof text !== 'string') return withdrawnNote(format)
  return { text, updatedBy: typeof updatedBy === 'string' ? updatedBy : null }
}
