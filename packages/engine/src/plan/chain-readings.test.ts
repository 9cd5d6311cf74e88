import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { defineSetting } from '../action/define-setting.js'
import type { JsonObject } from '../contracts/json.js'
import { account, bench, codesOf, decision, region } from '../testing/acting-bench.js'
import { type ObjectWorld, objectWorld } from '../testing/object-world.js'

/** Sets one member of a thing and keeps the others, as controls on one password policy do. */
const setMember = (world: ObjectWorld) =>
  defineSetting({
    name: 'thing.set',
    summary: 'Set a member of a thing.',
    resource: 'Example::Thing',
    risk: 'safe',
    permissions: { read: ['thing:Get'], write: ['thing:Put'] },
    params: Type.Object({ name: Type.String(), member: Type.String() }, { additionalProperties: false }),
    describe: ({ name, member }) => `set ${member} of ${name}`,
    read: async ({ name }, aws): Promise<JsonObject | null> => world.read(aws, name),
    want: (current, { member }): JsonObject => ({ ...current, [member]: true }),
    write: async ({ name }, next, aws) => world.write(aws, name, next),
  })

const asks = (finding: string, member: string, more = {}) =>
  decision(finding, 'policy', [{ use: 'thing.set', with: { name: 'policy', member }, ...more }])

function made() {
  const world = objectWorld({ [`${account}/${region}/policy`]: { upper: false, lower: false } })
  return bench({ world, actions: new Map([['thing.set', setMember(world)]]) })
}

const states = (changes: readonly { before: unknown; after: unknown }[]) =>
  changes.map(({ before, after }) => [before, after])

describe('several changes of one resource in one plan', () => {
  it('start each from where the one before it ends', async () => {
    const { changes } = await made().plan(asks('f1', 'upper'), asks('f2', 'lower'))
    expect(states(changes)).toEqual([
      [
        { upper: false, lower: false },
        { upper: true, lower: false },
      ],
      [
        { upper: true, lower: false },
        { upper: true, lower: true },
      ],
    ])
  })

  it('are all applied in one run and taken back by one undo', async () => {
    const one = made()
    const report = await one.apply(await one.plan(asks('f1', 'upper'), asks('f2', 'lower')))
    expect(codesOf(report)).toEqual(['applied:OK', 'applied:OK'])
    expect(one.world.things.get(`${account}/${region}/policy`)).toEqual({ upper: true, lower: true })
    expect(codesOf(await one.acting.undo(report.runId))).toEqual(['undone:OK', 'undone:OK'])
    expect(one.world.things.get(`${account}/${region}/policy`)).toEqual({ upper: false, lower: false })
  })

  it('never start from a change that is only shown', async () => {
    const { changes } = await made().plan(asks('f1', 'upper', { mode: 'plan' }), asks('f2', 'lower'))
    expect(states(changes)).toEqual([
      [
        { upper: false, lower: false },
        { upper: true, lower: false },
      ],
      [
        { upper: false, lower: false },
        { upper: false, lower: true },
      ],
    ])
  })

  it('do nothing after one that did not happen: their state is not the one that they were planned from', async () => {
    const one = made()
    const plan = await one.plan(asks('f1', 'upper'), asks('f2', 'lower'))
    one.world.things.set(`${account}/${region}/policy`, { upper: false, lower: false, by: 'somebody else' })
    expect(codesOf(await one.apply(plan))).toEqual(['skipped:STATE_CHANGED', 'skipped:STATE_CHANGED'])
  })
})
