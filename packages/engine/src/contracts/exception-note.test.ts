import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Exception } from './documents/exceptions.js'
import { buildExceptionNote, longestNote, parseExceptionNote } from './exception-note.js'
import { workflows } from './finding.js'

const exception: Exception = {
  id: 'bastion-ssh',
  match: {},
  reason: 'accepted-risk',
  justification: 'Bastion behind the VPN,\nreviewed quarterly',
  owner: 'network-team',
  ticket: 'SEC-1',
  expires: '2027-03-31',
}

describe('the note of an exception', () => {
  it('is one line with who, why and until when', () => {
    expect(buildExceptionNote(exception, 'NEW')).toBe(
      '[redress exception=bastion-ssh was=NEW until=2027-03-31] Bastion behind the VPN, reviewed quarterly (network-team, SEC-1)',
    )
  })

  it('leaves out a ticket that is not there', () => {
    const { ticket: _, ...without } = exception
    expect(buildExceptionNote(without, 'NEW')).toMatch(/\(network-team\)$/)
  })

  it('is read again, is one line and fits, whatever the exception says', () => {
    const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,99}$/)
    const short = fc.string({ minLength: 1, maxLength: 100, unit: 'binary' })
    const long = fc.string({ minLength: 1, maxLength: 300, unit: 'binary' })
    fc.assert(
      fc.property(id, long, short, short, fc.constantFrom(...workflows), (name, justification, owner, ticket, was) => {
        const note = buildExceptionNote({ ...exception, id: name, justification, owner, ticket }, was)
        expect(note.length).toBeLessThanOrEqual(longestNote)
        expect(note).not.toContain('\n')
        expect(parseExceptionNote(note)).toEqual({ exception: name, was, until: '2027-03-31' })
      }),
    )
  })

  it('is found below what a person wrote, and the last one counts', () => {
    const text = `seen by me\n[redress exception=a was=NEW until=2026-01-01] x (y)\n${buildExceptionNote(exception, 'NOTIFIED')}`
    expect(parseExceptionNote(text)).toEqual({ exception: 'bastion-ssh', was: 'NOTIFIED', until: '2027-03-31' })
  })

  it.each([
    '',
    'suppressed by me',
    'see [redress exception=a was=NEW until=2026-01-01]',
    '[redress exception=a was=OPEN until=2026-01-01]',
    '[redress exception=A was=NEW until=2026-01-01]',
    '[redress exception=a was=NEW until=soon]',
  ])('is not `%s`', (text) => expect(parseExceptionNote(text)).toBeNull())
})
