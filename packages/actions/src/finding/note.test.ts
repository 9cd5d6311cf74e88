import { describe, expect, it } from 'vitest'
import { asff, asffRef, hubWith, ocsf, ocsfRef, place } from '../testing/finding-samples.js'
import { keepsTheLaws } from '../testing/laws.js'
import { note } from './note.js'

const params = { text: 'see SEC-1234' }

keepsTheLaws(note, params, {
  finding: asffRef(1),
  open: {
    'a finding without a note': () => hubWith([asff(1)]),
    'a finding with an older note of ours': () => hubWith([asff(1, { Note: { Text: 'old', UpdatedBy: 'redress' } })]),
    'a finding with a person’s note': () => hubWith([asff(1, { Note: { Text: 'mine', UpdatedBy: 'alice' } })]),
  },
  closed: {
    'a finding that says so': () => hubWith([asff(1, { Note: { Text: 'see SEC-1234', UpdatedBy: 'redress' } })]),
  },
})

keepsTheLaws(note, params, {
  finding: ocsfRef(1),
  open: { 'an OCSF finding': () => hubWith([ocsf(1)]) },
  closed: { 'an OCSF finding that says so': () => hubWith([ocsf(1, { comment: '— redress:\nsee SEC-1234' })]) },
})

describe('finding.note', () => {
  it('is refused where a person’s note leaves no room', async () => {
    const { aws } = hubWith([asff(1, { Note: { Text: 'x'.repeat(510), UpdatedBy: 'alice' } })])
    const planned = await note.plan([{ params, context: { now: 0, finding: asffRef(1) } }], await aws.reading(place))
    expect(planned).toEqual([
      {
        kind: 'refused',
        code: 'NOTE_TOO_LONG',
        message: 'the note of alice leaves no room for ours in 512 characters',
      },
    ])
  })
})
