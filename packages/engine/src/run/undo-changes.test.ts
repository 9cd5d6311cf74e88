import { expect, it } from 'vitest'
import type { Action } from '../contracts/action.js'
import type { JournalStore } from '../contracts/journal.js'
import type { JsonObject } from '../contracts/json.js'
import { memoryJournal } from '../journal/memory-journal.js'
import { account, bench, codesOf, decision, region } from '../testing/acting-bench.js'
import { objectWorld } from '../testing/object-world.js'

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

it('takes updates of findings back a hundred at a time', async () => {
  const ids = Array.from({ length: 130 }, (_, index) => `record-${index}`)
  const things = ids.map((id): [string, JsonObject] => [`${account}/${region}/${id}`, { mark: 'no' }])
  const world = objectWorld(Object.fromEntries(things))
  const made = bench({ world })
  const mark = made.actions.get('record.mark')
  if (mark === undefined) throw new Error('no such action')
  const sizes: number[] = []
  const counted: Action = {
    ...mark,
    async undo(items, aws) {
      sizes.push(items.length)
      return (await mark.undo?.(items, aws)) ?? []
    },
  }
  const other = bench({ world, actions: new Map([[counted.name, counted]]) })
  const steps = [{ use: 'record.mark', with: { mark: 'yes' } }]
  const { runId } = await other.apply(await other.plan(...ids.map((id) => decision(id, 'front', steps))))
  expect(new Set(codesOf(await other.acting.undo(runId)))).toEqual(new Set(['undone:OK']))
  expect(sizes).toEqual([100, 30])
  expect([...world.things]).toEqual(things)
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
