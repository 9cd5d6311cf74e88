import { describe, expect, it } from 'vitest'
import type { JournalEntry, JournalStore } from '../contracts/journal.js'
import { fakeClock } from '../testing/fake-clock.js'
import { createJournal } from './create-journal.js'
import { memoryJournal } from './memory-journal.js'

const run: JournalEntry = { state: 'RUN', mode: 'apply', planHash: 'p', rulesetHash: 'r', engineVersion: '0' }
const clock = fakeClock()

describe('createJournal', () => {
  it('gives a receipt for each record, numbered over all runs', async () => {
    const store = memoryJournal()
    expect(await createJournal(store, { clock }).append('run-1', run)).toEqual({ runId: 'run-1', seq: 0 })
    const later = createJournal(store, { clock })
    expect(await later.append('run-2', run)).toEqual({ runId: 'run-2', seq: 1 })
    expect(await later.records()).toMatchObject([
      { v: 1, seq: 0, runId: 'run-1', at: '2026-11-21T00:00:00.000Z', prevHash: '0'.repeat(64) },
      { seq: 1, runId: 'run-2' },
    ])
  })

  it('keeps appends that are asked for at once in their order', async () => {
    const journal = createJournal(memoryJournal(), { clock })
    const receipts = await Promise.all(['a', 'b', 'c', 'd'].map((id) => journal.append(id, run)))
    expect(receipts.map(({ runId, seq }) => `${runId}${seq}`)).toEqual(['a0', 'b1', 'c2', 'd3'])
  })

  it('gives no receipt when the store fails, and goes on when it works again', async () => {
    const store = memoryJournal()
    let full = true
    const flaky: JournalStore = {
      read: () => store.read(),
      append: (record) => (full ? Promise.reject(new Error('disk full')) : store.append(record)),
    }
    const journal = createJournal(flaky, { clock })
    await expect(journal.append('run-1', run)).rejects.toMatchObject({
      code: 'journal.unwritable',
      message: 'the journal cannot be written: disk full',
    })
    full = false
    expect(await journal.append('run-1', run)).toEqual({ runId: 'run-1', seq: 0 })
  })

  it('goes on after a record that was stored although the store said otherwise', async () => {
    const store = memoryJournal()
    let lie = false
    const lying: JournalStore = {
      read: () => store.read(),
      async append(record) {
        await store.append(record)
        if (lie) throw new Error('lost')
      },
    }
    const journal = createJournal(lying, { clock })
    await journal.append('run-1', run)
    lie = true
    await expect(journal.append('run-1', run)).rejects.toMatchObject({ code: 'journal.unwritable' })
    lie = false
    expect(await journal.append('run-1', run)).toEqual({ runId: 'run-1', seq: 2 })
    expect(await journal.records()).toHaveLength(3)
  })

  it('adds nothing to a broken chain', async () => {
    const store = memoryJournal()
    await createJournal(store, { clock }).append('run-1', run)
    const [record] = await createJournal(store, { clock }).records()
    if (record === undefined) throw new Error('one record')
    await store.append({ ...record, seq: 1, prevHash: record.hash })
    const journal = createJournal(store, { clock })
    await expect(journal.append('run-2', run)).rejects.toMatchObject({
      code: 'journal.broken',
      message: 'record 1 was changed after it was written',
      hint: 'find out who changed the journal; keep it and start a new one to go on',
    })
  })
})
