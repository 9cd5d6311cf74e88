import { expect, it } from 'vitest'
import type { JournalStore } from '../contracts/journal.js'
import { memoryJournal } from '../journal/memory-journal.js'
import { account, bench, codesOf, decision, region } from '../testing/acting-bench.js'

const front = `${account}/${region}/front`

it.each([
  ['UNDO_INTENT', 'refused:JOURNAL_UNWRITABLE', false],
  ['UNDO_RESULT', 'unknown:JOURNAL_UNWRITABLE', true],
])('an undo whose %s cannot be recorded comes to %s', async (state, code, open) => {
  const inner = memoryJournal()
  const store: JournalStore = {
    read: () => inner.read(),
    append: (record) => (record.entry.state === state ? Promise.reject(new Error('full')) : inner.append(record)),
  }
  const made = bench({ journal: store })
  const { runId } = await made.apply(await made.plan(decision('finding-1', 'front', [{}])))
  expect(codesOf(await made.acting.undo(runId))).toEqual([code])
  expect(made.world.things.get(front)).toMatchObject({ open })
})

it('gives undo the live state and what apply returned', async () => {
  const made = bench()
  const door = made.actions.get('door.close')
  if (door === undefined) throw new Error('no such action')
  const given: unknown[] = []
  const noting = {
    ...door,
    async apply(...args: Parameters<typeof door.apply>) {
      await door.apply(...args)
      return [{ kind: 'done' as const, receipt: { ticket: 7 } }]
    },
    async undo(...[items, aws]: Parameters<Required<typeof door>['undo']>) {
      given.push(...items.map(({ before, after, receipt }) => ({ before, after, receipt })))
      return door.undo?.(items, aws) ?? []
    },
  }
  const other = bench({ world: made.world, actions: new Map([[noting.name, noting]]) })
  const { runId } = await other.apply(await other.plan(decision('finding-1', 'front', [{}])))
  expect(codesOf(await other.acting.undo(runId))).toEqual(['undone:OK'])
  expect(given).toEqual([
    { before: { open: true, colour: 'red' }, after: { open: false, colour: 'red' }, receipt: { ticket: 7 } },
  ])
})
