/** Turns a difference of two states into what an update call carries: only the members that differ. */
import { type Json, type JsonObject, own, sameJson } from '@redress/engine'
import { severityIds, statusIds } from './finding-state.js'
import type { Note } from './merge-note.js'

/** Members of BatchUpdateFindings or BatchUpdateFindingsV2 beside identifiers and note; `{}` when nothing differs. */
export function updateBody(before: Json, after: Json, format: 'asff' | 'ocsf'): JsonObject {
  const next = (member: string): Json | undefined => {
    const value = own(after, member)
    return value === undefined || sameJson(own(before, member), value) ? undefined : value
  }
  return format === 'asff'
    ? asffBody(next('workflow'), next('severity'), next('fields'))
    : ocsfBody(next('workflow'), next('severity'))
}

/** The member that carries a note. */
export function noteBody({ text, updatedBy }: Note, format: 'asff' | 'ocsf'): JsonObject {
  return format === 'asff' ? { Note: { Text: text, UpdatedBy: updatedBy ?? '' } } : { Comment: text }
}

function asffBody(workflow: Json | undefined, severity: Json | undefined, fields: Json | undefined): JsonObject {
  return {
    ...(typeof workflow === 'string' ? { Workflow: { Status: workflow } } : {}),
    ...(typeof severity === 'string' ? { Severity: { Label: severity } } : {}),
    ...(fields === undefined || fields === null ? {} : { UserDefinedFields: fields }),
  }
}

function ocsfBody(workflow: Json | undefined, severity: Json | undefined): JsonObject {
  const statusId = typeof workflow === 'string' ? statusIds.get(workflow) : undefined
  const severityId = typeof severity === 'string' ? severityIds.get(severity) : undefined
  return {
    ...(statusId === undefined ? {} : { StatusId: statusId }),
    ...(severityId === undefined ? {} : { SeverityId: severityId }),
  }
}
