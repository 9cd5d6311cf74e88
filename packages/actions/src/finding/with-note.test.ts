import { describe, expect, it } from 'vitest'
import { withNote } from './with-note.js'

const current = { workflow: 'NEW', severity: null, note: null, fields: {} }

describe('withNote', () => {
  it('adds the note to the change', () => {
    const note = { text: 'why', updatedBy: 'redress' }
    expect(withNote({ workflow: 'NOTIFIED' }, 'why', current, 'asff')).toEqual({ workflow: 'NOTIFIED', note })
  })
  it('changes without a note where none is asked for', () => {
    expect(withNote({ workflow: 'NOTIFIED' }, undefined, current, 'asff')).toEqual({ workflow: 'NOTIFIED' })
  })
  it('changes without a note where a person’s leaves no room', () => {
    const full = { ...current, note: { text: 'x'.repeat(512), updatedBy: 'alice' } }
    expect(withNote({ workflow: 'NOTIFIED' }, 'why', full, 'asff')).toEqual({ workflow: 'NOTIFIED' })
  })
})
