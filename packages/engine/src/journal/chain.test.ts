import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalEntry, JournalRecord } from '../contracts/journal.js'
import { isJournalRecord } from '../contracts/journal-schema.js'
import { fakeClock } from '../testing/fake-clock.js'
import { sampleChange } from '../testing/sample-change.js'
import { verifyChain } from './chain.js'
import { createJournal } from './create-journal.js'
import { memoryJournal } from './memory-journal.js'

async function sampleRecords(): Promise<readonly JournalRecord[]> {
  const journal = createJournal(memoryJournal(), { clock: fakeClock() })
  const applied = { kind: 'applied', code: 'OK', message: '' } as const
  const entries: readonly JournalEntry[] = [
    { state: 'RUN', mode: 'apply', planHash: 'p', rulesetHash: 'r', engineVersion: '0' },
    { state: 'INTENT', change: sampleChange() },
    { state: 'RESULT', change: '1-abcdef', outcome: applied, after: { open: false }, receipt: null },
  ]
  for (const entry of entries) await journal.append('run-1', entry)
  return journal.records()
}

describe('verifyChain', () => {
  it('holds for what was appended', async () => {
    const records = await sampleRecords()
    expect(await verifyChain(records)).toEqual({ kind: 'ok', records: 3, head: records[2]?.hash })
    expect(await verifyChain([])).toMatchObject({ kind: 'ok', records: 0 })
  })

  it('breaks where a record is removed, doubled or moved', async () => {
    const [first, second, third] = await sampleRecords()
    if (first === undefined || second === undefined || third === undefined) throw new Error('three records')
    expect(await verifyChain([first, third])).toEqual({
      kind: 'broken',
      seq: 1,
      message: 'record 1 says that it is number `2`',
    })
    expect(await verifyChain([first, first])).toMatchObject({ kind: 'broken', seq: 1 })
    expect(await verifyChain([second, first, third])).toMatchObject({ kind: 'broken', seq: 0 })
    expect(await verifyChain([first, { ...second, seq: 1, prevHash: third.hash }])).toEqual({
      kind: 'broken',
      seq: 1,
      message: 'record 1 does not follow the record before it',
    })
  })

  it('breaks for any single character of a record that is changed', async () => {
    const records = await sampleRecords()
    const text = records.map((record) => JSON.stringify(record))
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.nat(), fc.constantFrom('x', '7', '"', ' ', '}'), async (line, at, put) => {
        const own = text[line] ?? ''
        const changed = own.slice(0, at % own.length) + put + own.slice((at % own.length) + 1)
        const parsed = parse(changed)
        fc.pre(JSON.stringify(parsed) !== own)
        const broken = !isJournalRecord(parsed) || (await verifyChain(records.with(line, parsed))).kind === 'broken'
        expect(broken).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
