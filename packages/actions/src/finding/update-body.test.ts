import type { Json } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { updateBody } from './update-body.js'

describe('updateBody', () => {
  const note = { text: 'x', updatedBy: 'redress' }
  const cases: readonly [string, Json, Json, 'asff' | 'ocsf', object][] = [
    ['nothing for the same state', { workflow: 'NEW', note }, { workflow: 'NEW', note }, 'asff', {}],
    [
      'only what differs',
      { workflow: 'NEW', note },
      { workflow: 'NOTIFIED', note },
      'asff',
      { Workflow: { Status: 'NOTIFIED' } },
    ],
    ['a label', { severity: 'HIGH' }, { severity: 'LOW' }, 'asff', { Severity: { Label: 'LOW' } }],
    [
      'a note with its author',
      { note: null },
      { note: { text: 'x', updatedBy: 'alice' } },
      'asff',
      { Note: { Text: 'x', UpdatedBy: 'alice' } },
    ],
    [
      'a text in place of a note that was not there',
      { note },
      { note: null },
      'asff',
      { Note: { Text: 'note withdrawn', UpdatedBy: 'redress' } },
    ],
    ['the whole map of fields', { fields: {} }, { fields: { a: 'b' } }, 'asff', { UserDefinedFields: { a: 'b' } }],
    ['no workflow that is none', { workflow: 'NEW' }, { workflow: null }, 'asff', {}],
    [
      'numbers to the V2 call',
      { workflow: 'NEW', severity: 'HIGH' },
      { workflow: 'SUPPRESSED', severity: 'LOW' },
      'ocsf',
      { StatusId: 3, SeverityId: 2 },
    ],
    ['a comment to the V2 call', { note: null }, { note: { text: 'x', updatedBy: null } }, 'ocsf', { Comment: 'x' }],
    [
      'a comment in place of none',
      { note: { text: 'x', updatedBy: null } },
      { note: null },
      'ocsf',
      { Comment: '— redress:\nnote withdrawn' },
    ],
  ]
  it.each(cases)('sends %s', (_name, before, after, format, expected) => {
    expect(updateBody(before, after, format)).toEqual(expected)
  })
})
