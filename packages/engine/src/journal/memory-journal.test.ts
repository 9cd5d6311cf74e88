import { expect, it } from 'vitest'
import { fakeClock } from '../testing/fake-clock.js'
import { createJournal } from './create-journal.js'
import { memoryJournal } from './memory-journal.js'

it('gives back what it was given, and not the same object', async () => {
  const store = memoryJournal()
  const journal = createJournal(store, { clock: fakeClock() })
  const entry = { state: 'RUN', mode: 'apply', planHash: 'p', rulesetHash: 'r', engineVersion: '0' } as const
  await journal.append('run-1', entry)
  const [first] = await journal.records()
  const [again] = await journal.records()
  expect(first?.entry).toEqual(entry)
  expect(first).not.toBe(again)
})
