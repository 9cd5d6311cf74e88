import type { JsonObject } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { severityIds, stateOf, statusIds } from './finding-state.js'

describe('stateOf', () => {
  const nothing = { workflow: 'NEW', severity: null, note: null, fields: {}, archived: false }
  const asff: readonly [string, JsonObject, object][] = [
    ['nothing', {}, nothing],
    ['a workflow', { Workflow: { Status: 'NOTIFIED' } }, { ...nothing, workflow: 'NOTIFIED' }],
    ['a workflow that does not exist', { Workflow: { Status: 'DONE' } }, { ...nothing, workflow: null }],
    ['a severity label', { Severity: { Label: 'HIGH', Normalized: 1 } }, { ...nothing, severity: 'HIGH' }],
    ['a score of 0', { Severity: { Normalized: 0 } }, { ...nothing, severity: 'INFORMATIONAL' }],
    ['a score of 69', { Severity: { Normalized: 69 } }, { ...nothing, severity: 'MEDIUM' }],
    ['a score of 90', { Severity: { Normalized: 90 } }, { ...nothing, severity: 'CRITICAL' }],
    ['a note', { Note: { Text: 'x', UpdatedBy: 'alice' } }, { ...nothing, note: { text: 'x', updatedBy: 'alice' } }],
    ['fields', { UserDefinedFields: { a: 'b' } }, { ...nothing, fields: { a: 'b' } }],
  ]
  it.each(asff)('reads %s of an ASFF finding', (_name, finding, expected) => {
    expect(stateOf(finding, 'asff')).toEqual(expected)
  })

  it.each([
    ['no status', {}, 'NEW'],
    ['Unknown', { status_id: 0 }, 'NEW'],
    ['In Progress', { status_id: 2 }, 'NOTIFIED'],
    ['Suppressed', { status_id: 3 }, 'SUPPRESSED'],
    ['Archived', { status_id: 5 }, null],
    ['Other', { status_id: 99 }, null],
  ])('reads %s of an OCSF finding as a workflow', (_name, finding, expected) => {
    expect(stateOf(finding, 'ocsf').workflow).toBe(expected)
  })

  it('reads severity and comment of an OCSF finding', () => {
    const state = stateOf({ severity_id: 4, comment: 'x' }, 'ocsf')
    expect(state).toEqual({
      workflow: 'NEW',
      severity: 'HIGH',
      note: { text: 'x', updatedBy: null },
      fields: null,
      archived: false,
    })
    expect(stateOf({ severity_id: 6 }, 'ocsf').severity).toBeNull()
  })

  it('reads back every workflow and severity that can be sent', () => {
    for (const [name, id] of statusIds) expect(stateOf({ status_id: id }, 'ocsf').workflow).toBe(name)
    for (const [name, id] of severityIds) expect(stateOf({ severity_id: id }, 'ocsf').severity).toBe(name)
  })
})

describe('archived', () => {
  it('is said of OCSF alone, where archiving and workflow share a number', () => {
    expect(stateOf({ status_id: 5 }, 'ocsf').archived).toBe(true)
    expect(stateOf({ status_id: 1 }, 'ocsf').archived).toBe(false)
    expect(stateOf({ RecordState: 'ARCHIVED' }, 'asff').archived).toBe(false)
  })
})
