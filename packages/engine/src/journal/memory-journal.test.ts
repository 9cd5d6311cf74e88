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

it('takes no record that does not follow its last one, so two runs over one store cannot break the chain', async () => {
  const store = memoryJournal()
  const [one, two] = [createJournal(store, { clock: fakeClock() }), createJournal(store, { clock: fakeClock() })]
  const entry = { state: 'RUN', mode: 'apply', planHash: 'p', rulesetHash: 'r', engineVersion: '0' } as const
  await one.append('run-1', entry)
  await two.append('run-2', entry)
  await expect(one.append('run-1', entry)).rejects.toMatchObject({
    code: 'journal.unwritable',
    message: 'the journal cannot be written: another run has written it',
  })
  expect(await two.records()).toHaveLength(2)
})
