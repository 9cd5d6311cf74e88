import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeNote, type Note, noteLimit, withdrawnNote } from './merge-note.js'

const alice = (text: string): Note => ({ text, updatedBy: 'alice' })
const ours = (text: string): Note => ({ text, updatedBy: 'redress' })
const comment = (text: string): Note => ({ text, updatedBy: null })

describe('mergeNote', () => {
  const cases: readonly [string, Note | null, string, 'asff' | 'ocsf', Note | null][] = [
    ['stands alone where there was none', null, 'accepted', 'asff', ours('accepted')],
    ['goes below what a person wrote', alice('mine'), 'accepted', 'asff', ours('mine\n— redress:\naccepted')],
    ['replaces an earlier note of ours', ours('old'), 'new', 'asff', ours('new')],
    [
      'replaces only our part below a person’s',
      ours('mine\n— redress:\nold'),
      'new',
      'asff',
      ours('mine\n— redress:\nnew'),
    ],
    [
      'is not said twice below a note that a person took over',
      alice('mine\n— redress:\naccepted'),
      'accepted',
      'asff',
      alice('mine\n— redress:\naccepted'),
    ],
    ['counts a blank note as none', alice('  '), 'accepted', 'asff', ours('accepted')],
    ['carries the mark where no author is kept', null, 'accepted', 'ocsf', comment('— redress:\naccepted')],
    ['takes an unmarked comment for a person’s', comment('mine'), 'new', 'ocsf', comment('mine\n— redress:\nnew')],
    ['replaces its own marked comment', comment('— redress:\nold'), 'new', 'ocsf', comment('— redress:\nnew')],
    [
      'replaces its part of a comment',
      comment('mine\n— redress:\nold'),
      'new',
      'ocsf',
      comment('mine\n— redress:\nnew'),
    ],
    ['is left out where it does not fit', alice('x'.repeat(501)), 'accepted', 'asff', null],
    ['becomes one line', null, 'a\u0000\r\nb\u2028c', 'asff', ours('a b c')],
    ['cannot forge the mark', alice('mine'), 'a\n— redress:\nb', 'asff', ours('mine\n— redress:\na — redress: b')],
    [
      'is shortened where there is room for its beginning',
      alice('x'.repeat(300)),
      'y'.repeat(300),
      'asff',
      ours(`${'x'.repeat(300)}\n— redress:\n${'y'.repeat(199)}…`),
    ],
    ['is left out where too little of it would be left', alice('x'.repeat(301)), 'y'.repeat(300), 'asff', null],
  ]
  it.each(cases)('%s', (_name, current, text, format, expected) => {
    expect(mergeNote(current, text, format)).toEqual(expected)
  })

  it('never loses a word of a person, keeps the limit, and is stable', () => {
    const format = fc.constantFrom('asff' as const, 'ocsf' as const)
    fc.assert(
      fc.property(
        format,
        fc.string({ minLength: 1, maxLength: 512 }),
        fc.string({ maxLength: 512 }),
        (how, text, said) => {
          fc.pre(said.trim() !== '' && !said.includes('— redress:\n'))
          const before: Note = { text: said, updatedBy: how === 'asff' ? 'alice' : null }
          const merged = mergeNote(before, text, how)
          if (merged === null) return
          expect(merged.text.startsWith(said)).toBe(true)
          expect(merged.text.length).toBeLessThanOrEqual(noteLimit)
          expect(mergeNote(merged, text, how)).toEqual(merged)
        },
      ),
    )
  })

  it('cuts a text of ours that is too long with its mark, without half a character', () => {
    const merged = mergeNote(null, `${'x'.repeat(499)}${'😀'.repeat(6)}`, 'ocsf')
    expect(merged?.text.length).toBeLessThanOrEqual(noteLimit)
    expect(merged?.text).toMatch(/x…$/)
  })
})

describe('withdrawnNote', () => {
  it('reads as a note of ours, so that the next one replaces it', () => {
    expect(mergeNote(withdrawnNote('asff'), 'new', 'asff')).toEqual(ours('new'))
    expect(mergeNote(withdrawnNote('ocsf'), 'new', 'ocsf')).toEqual(comment('— redress:\nnew'))
  })
})

describe('the note of an exception', () => {
  it('can be read again wherever it ends up', () => {
    const said = '[redress exception=bastion-ssh was=NEW until=2027-03-31] behind the VPN (network-team, SEC-1234)'
    for (const current of [null, alice('mine'), comment('mine')]) {
      const merged = mergeNote(current, said, current?.updatedBy === null ? 'ocsf' : 'asff')
      expect(merged?.text.split('\n')).toContain(said)
    }
    expect(mergeNote(null, said, 'ocsf')?.text.split('\n')).toContain(said)
  })
})
