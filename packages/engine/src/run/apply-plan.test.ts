import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeKey } from '../contracts/change-key.js'
import type { JournalStore } from '../contracts/journal.js'
import { memoryJournal } from '../journal/memory-journal.js'
import { hashOf } from '../plan/plan-hash.js'
import {
  account,
  type Bench,
  bench,
  codesOf,
  decision,
  loadedProject,
  region,
  sampleProject,
} from '../testing/acting-bench.js'
import { objectWorld } from '../testing/object-world.js'

const names = ['a', 'b', 'c']
const doors = () =>
  objectWorld(Object.fromEntries(names.map((name) => [`${account}/${region}/${name}`, { open: true }])))
const steps = (name: string) => [{}, { use: 'message.send', with: { text: `closed ${name}` } }]
const all = names.map((name) => decision(`finding-${name}`, name, steps(name)))

/** Fails the append with this number, and all later ones if `dead`. */
function failingAt(position: number, dead: boolean): { readonly store: JournalStore; readonly inner: JournalStore } {
  const inner = memoryJournal()
  let count = 0
  return {
    inner,
    store: {
      read: () => inner.read(),
      append(record) {
        count += 1
        const fails = dead ? count > position : count === position + 1
        return fails ? Promise.reject(new Error('down')) : inner.append(record)
      },
    },
  }
}

const writes = ({ world }: Bench) => world.calls.filter(({ kind }) => kind === 'write').map(({ name }) => name)

describe('applying with a journal that fails', () => {
  const points = Array.from({ length: 14 }, (_, position) => position)

  it.each(points.flatMap((at) => [[at, true] as const, [at, false] as const]))(
    'at append %i (for good: %s) writes nothing without a durable intent',
    async (at, dead) => {
      const { store, inner } = failingAt(at, dead)
      const made = bench({ world: doors(), journal: store })
      const report = await made.apply(await made.plan(...all))
      const intents = new Set<unknown>()
      for await (const { entry } of inner.read()) {
        if (entry.state === 'INTENT') intents.add(entry.change.with['name'] ?? entry.change.with['text'])
      }
      expect(writes(made).filter((name) => !intents.has(name))).toEqual([])
      for (const { change, outcome } of report.outcomes) {
        if (outcome.kind === 'applied') expect(intents).toContain(change.with['name'] ?? change.with['text'])
      }

      const again = bench({ world: made.world, journal: inner })
      await again.apply(await again.plan(...all))
      expect([...made.world.things.values()]).toEqual([{ open: false }, { open: false }, { open: false }])
      expect(codesOf(await again.apply(await again.plan(...all)))).not.toContain('applied:OK')
    },
  )

  it('from the start refuses every change and reads all the same', async () => {
    const { store } = failingAt(0, true)
    const made = bench({ world: doors(), journal: store })
    const plan = await made.plan(...all)
    expect(plan.changes.every(({ verdict }) => verdict.kind === 'change')).toBe(true)
    const { outcomes } = await made.apply(plan)
    expect(outcomes[0]?.outcome).toEqual({
      kind: 'refused',
      code: 'JOURNAL_UNWRITABLE',
      message: 'the journal cannot be written: down',
    })
    expect(writes(made)).toEqual([])
  })
})

describe('applying', () => {
  it('writes nothing when the run itself could not be recorded, even if the journal works again', async () => {
    const made = bench({ world: doors(), journal: failingAt(0, false).store })
    expect((await made.codes(...all))[0]).toBe('refused:JOURNAL_UNWRITABLE')
    expect(writes(made)).toEqual([])
  })

  it('keeps one account in order and runs several side by side', async () => {
    const accounts = ['123456789012', '111122223333', '444455556666', '777788889999', '999900001111', '222233334444']
    const world = objectWorld(
      Object.fromEntries(accounts.flatMap((own) => names.map((name) => [`${own}/${region}/${name}`, { open: true }]))),
    )
    const made = bench({
      world,
      loaded: loadedProject({ ...sampleProject, scope: { accounts, regions: [region] } }),
    })
    const decisions = accounts.flatMap((own) =>
      names.map((name) => {
        const one = decision(`finding-${own}-${name}`, name, [{}])
        return { ...one, account: own, finding: { ...one.finding, account: own } }
      }),
    )
    expect(new Set(await made.codes(...decisions))).toEqual(new Set(['applied:OK']))
    const order = world.calls.filter(({ kind }) => kind === 'write')
    for (const own of accounts) {
      expect(order.filter(({ account: of }) => of === own).map(({ name }) => name)).toEqual(names)
    }
    expect(order.slice(0, 4).map(({ account: of }) => of)).toEqual(accounts.slice(0, 4))
  })

  it('writes at most once more after the kill switch is thrown, wherever that is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(12), async (at) => {
        let asked = 0
        const made = bench({ world: doors(), killSwitch: { isStopped: async () => asked++ >= at } })
        await made.codes(...all)
        expect(writes(made).length).toBeLessThanOrEqual(at)
      }),
    )
  })

  it('refuses what a guard cannot judge', async () => {
    const made = bench({ world: doors() })
    const broken = () => {
      throw new Error('no pattern')
    }
    const { outcomes } = await made.apply(await made.plan(...all.slice(0, 1)), { exceptionFor: broken })
    expect(outcomes[0]?.outcome).toEqual({
      kind: 'refused',
      code: 'GUARD_FAILED',
      message: 'a guard could not be asked: no pattern',
    })
  })

  it('tells each outcome as it comes', async () => {
    const made = bench({ world: doors() })
    const told: string[] = []
    await made.apply(await made.plan(...all), {
      progress: ({ change, outcome }) => told.push(`${change.use} ${outcome.kind}`),
    })
    expect(told).toEqual([...names.map(() => 'door.close applied'), ...names.map(() => 'message.send applied')])
  })
})

describe('applying the same plan twice at the same time', () => {
  it('closes a door once and sends a message once', async () => {
    const made = bench({ world: doors() })
    const say = decision('finding-d', 'd', [{ use: 'message.send', with: { text: 'hello' } }])
    const plan = await made.plan(decision('finding-a', 'a', [{}]), say)
    const reports = await Promise.all([made.apply(plan), made.apply(plan)])
    expect(reports.map(codesOf)).toEqual([
      ['applied:OK', 'applied:OK'],
      ['noop:ALREADY_COMPLIANT', 'noop:DUPLICATE'],
    ])
    expect(writes(made)).toEqual(['a', 'hello'])
  })

  it('goes on after a run that failed as a whole', async () => {
    const made = bench({ world: doors() })
    const plan = await made.plan(decision('finding-a', 'a', [{}]))
    const [failed, report] = await Promise.all([
      made.acting.undo('no-such-run').catch((error: unknown) => error),
      made.apply(plan),
    ])
    expect(failed).toMatchObject({ code: 'run.not-found' })
    expect(codesOf(report)).toEqual(['applied:OK'])
  })
})

describe('a plan with parameters that the action does not take', () => {
  it('is not applied, even with a hash that fits', async () => {
    const made = bench({ world: doors() })
    const plan = await made.plan(...all.slice(0, 1))
    const changes = await Promise.all(
      plan.changes.map(async (change) => {
        const forged = { ...change, with: { ...change.with, extra: true } }
        return { ...forged, key: await changeKey(forged, made.actions.get(change.use)?.once ?? false) }
      }),
    )
    const { hash: _hash, ...rest } = { ...plan, changes }
    const report = await made.apply({ ...rest, hash: await hashOf(rest) })
    expect(report.outcomes.map(({ outcome }) => outcome)).toEqual([
      { kind: 'refused', code: 'PARAMETERS', message: '`door.close` cannot run: `extra`: unexpected property' },
      { kind: 'refused', code: 'PARAMETERS', message: '`message.send` cannot run: `extra`: unexpected property' },
    ])
    expect(writes(made)).toEqual([])
  })
})
