import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeNote, type Note, noteLimit, withdrawnNote } from './merge-note.js'

const alice = (text: string): Note => ({ text, updatedBy: 'alice' })
const ours = (text: string): Note => ({ text, updatedBy: 'redress' })
const comment = (text: string): Note => ({ text, updatedBy: null })

const mark = '— redress:\n'
const x = (count: number) => 'x'.repeat(count)
const y = (count: number) => 'y'.repeat(count)
const merge = (current: Note | null, text: string, format: 'asff' | 'ocsf' = 'asff', dropOldest = false) =>
  mergeNote(current, text, format, { dropOldest })

describe('mergeNote', () => {
  const cases: readonly [string, Note | null, string, 'asff' | 'ocsf', Note | null][] = [
    ['stands alone where there was none', null, 'new', 'asff', ours('new')],
    ['counts a blank note as none', alice('  '), 'new', 'asff', ours('new')],
    ['goes below what a person wrote', alice('mine'), 'new', 'asff', ours(`mine\n${mark}new`)],
    ['goes below an earlier line of ours', ours('old'), 'new', 'asff', ours('old\nnew')],
    ['goes below our lines under a person’s', ours(`mine\n${mark}old`), 'new', 'asff', ours(`mine\n${mark}old\nnew`)],
    ['is not said twice', ours(`mine\n${mark}new\nold`), 'new', 'asff', ours(`mine\n${mark}new\nold`)],
    ['takes the place of a note that was withdrawn', ours('note withdrawn'), 'new', 'asff', ours('new')],
    [
      'is not said again below a note that a person took over',
      alice(`mine\n${mark}new\nindeed`),
      'new',
      'asff',
      alice(`mine\n${mark}new\nindeed`),
    ],
    [
      'goes below a note of ours that a person took over',
      alice(`mine\n${mark}old`),
      'new',
      'asff',
      ours(`mine\n${mark}old\n${mark}new`),
    ],
    ['follows the mark where no author is kept', null, 'new', 'ocsf', comment(`${mark}new`)],
    ['takes an unmarked comment for a person’s', comment('mine'), 'new', 'ocsf', comment(`mine\n${mark}new`)],
    ['goes below its own comment', comment(`${mark}old`), 'new', 'ocsf', comment(`${mark}old\nnew`)],
    ['goes below its lines in a comment', comment(`mine\n${mark}old`), 'new', 'ocsf', comment(`mine\n${mark}old\nnew`)],
    ['becomes one line', null, 'a\u0000\r\nb\u2028c', 'asff', ours('a b c')],
    ['cannot forge the mark', alice('mine'), `a\n${mark}b`, 'asff', ours(`mine\n${mark}a — redress: b`)],
    ['says something even where nothing is left', null, '\u0000', 'asff', ours('…')],
    [
      'is shortened where there is room for its beginning',
      alice(x(300)),
      y(300),
      'asff',
      ours(`${x(300)}\n${mark}${y(199)}…`),
    ],
    ['is left out where too little of it would be left', alice(x(301)), y(300), 'asff', null],
    ['is left out where there is no room', alice(x(500)), 'new', 'asff', null],
    ['does not push out older lines', ours(x(510)), 'new', 'asff', null],
  ]
  it.each(cases)('%s', (_name, current, text, format, expected) => {
    expect(merge(current, text, format)).toEqual(expected)
  })

  it('pushes out our oldest lines where it is told to, and never a person’s', () => {
    const lines = [x(200), y(200), 'old'].join('\n')
    expect(merge(ours(lines), 'z'.repeat(200), 'asff', true)).toEqual(ours([y(200), 'old', 'z'.repeat(200)].join('\n')))
    expect(merge(ours(`mine\n${mark}${x(495)}`), 'new', 'asff', true)).toEqual(ours(`mine\n${mark}new`))
    expect(merge(alice(x(505)), 'new', 'asff', true)).toBeNull()
  })

  it('never loses a word of a person, keeps the limit, and is stable', () => {
    const format = fc.constantFrom('asff' as const, 'ocsf' as const)
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(
        format,
        fc.string({ maxLength: 512 }),
        text,
        text,
        fc.boolean(),
        (how, said, one, two, dropOldest) => {
          fc.pre(said.trim() !== '' && !said.includes(mark))
          const before: Note = { text: said, updatedBy: how === 'asff' ? 'alice' : null }
          const first = merge(before, one, how, dropOldest)
          const second = first === null ? null : merge(first, two, how, dropOldest)
          for (const [merged, line] of [
            [first, one],
            [second, two],
          ] as const) {
            if (merged === null) continue
            expect(merged.text.startsWith(said)).toBe(true)
            expect(merged.text.length).toBeLessThanOrEqual(noteLimit)
            expect(merge(merged, line, how, dropOldest)).toEqual(merged)
          }
          // Two notes that both fit stay beside each other, whichever is asked for next.
          if (second !== null && !dropOldest) expect(merge(second, one, how)).toEqual(second)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('does not leave half a character where it cuts', () => {
    const merged = merge(null, `${x(499)}${'😀'.repeat(10)}`, 'ocsf')
    expect(merged?.text.length).toBeLessThanOrEqual(noteLimit)
    expect(merged?.text).toMatch(/x…$/)
  })
})

describe('withdrawnNote', () => {
  it('reads as a line of ours, so that the next one takes its place', () => {
    expect(merge(withdrawnNote('asff'), 'new')).toEqual(ours('new'))
    expect(merge(withdrawnNote('ocsf'), 'new', 'ocsf')).toEqual(comment(`${mark}new`))
  })
})

describe('the note of an exception', () => {
  it('can be read again wherever it ends up', () => {
    const said = '[redress exception=bastion-ssh was=NEW until=2027-03-31] behind the VPN (network-team, SEC-1234)'
    for (const current of [null, alice('mine'), comment('mine'), ours('old'), comment(`${mark}old`)]) {
      const merged = merge(current, said, current?.updatedBy === null ? 'ocsf' : 'asff', true)
      expect(merged?.text.split('\n')).toContain(said)
    }
  })
})
