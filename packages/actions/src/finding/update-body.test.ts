import type { Json } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { noteBody, updateBody } from './update-body.js'

describe('updateBody', () => {
  const cases: readonly [string, Json, Json, 'asff' | 'ocsf', object][] = [
    ['nothing for the same state', { workflow: 'NEW' }, { workflow: 'NEW' }, 'asff', {}],
    ['a workflow', { workflow: 'NEW' }, { workflow: 'NOTIFIED' }, 'asff', { Workflow: { Status: 'NOTIFIED' } }],
    ['a label', { severity: 'HIGH' }, { severity: 'LOW' }, 'asff', { Severity: { Label: 'LOW' } }],
    ['the whole map of fields', { fields: {} }, { fields: { a: 'b' } }, 'asff', { UserDefinedFields: { a: 'b' } }],
    ['no workflow that is none', { workflow: 'NEW' }, { workflow: null }, 'asff', {}],
    ['nothing for what no call knows', { said: false }, { said: true }, 'asff', {}],
    ['a status to the V2 call', { workflow: 'NEW' }, { workflow: 'SUPPRESSED' }, 'ocsf', { StatusId: 3 }],
    ['a severity to the V2 call', { severity: 'HIGH' }, { severity: 'LOW' }, 'ocsf', { SeverityId: 2 }],
  ]
  it.each(cases)('sends %s', (_name, before, after, format, expected) => {
    expect(updateBody(before, after, format)).toEqual(expected)
  })
})

describe('noteBody', () => {
  it('keeps the author where the format has one', () => {
    expect(noteBody({ text: 'x', updatedBy: 'alice' }, 'asff')).toEqual({ Note: { Text: 'x', UpdatedBy: 'alice' } })
    expect(noteBody({ text: 'x', updatedBy: null }, 'ocsf')).toEqual({ Comment: 'x' })
  })
})
