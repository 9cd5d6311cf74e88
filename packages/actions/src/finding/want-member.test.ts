import { describe, expect, it } from 'vitest'
import { wantMember, wantWorkflow } from './want-member.js'

const current = { workflow: 'NEW', severity: null, note: null, fields: {}, archived: false }

describe('wantMember', () => {
  it('is a change where the value differs', () => {
    expect(wantMember('severity', null, 'LOW')).toEqual({
      kind: 'change',
      before: { severity: null },
      after: { severity: 'LOW' },
    })
  })
  it('is nothing to do where it is the same, whatever the order of its members', () => {
    expect(wantMember('fields', { a: '1', b: '2' }, { b: '2', a: '1' })).toEqual({
      kind: 'closed',
      state: { fields: { b: '2', a: '1' } },
    })
  })
})

describe('wantWorkflow', () => {
  it('wants the workflow', () => {
    const before = { workflow: 'NEW' }
    expect(wantWorkflow(current, 'SUPPRESSED')).toEqual({ kind: 'change', before, after: { workflow: 'SUPPRESSED' } })
  })
  it('is refused where it would bring back an archived finding', () => {
    expect(wantWorkflow({ ...current, workflow: null, archived: true }, 'SUPPRESSED')).toEqual({
      kind: 'refused',
      code: 'FINDING_ARCHIVED',
      message: 'the finding is archived, and a new status would bring it back',
    })
  })
})
