import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change, Plan } from '../contracts/plan.js'
import { bench, decision } from '../testing/acting-bench.js'
import { hashOf, verifyPlan } from './plan-hash.js'

const made: Plan = await bench().plan(decision('finding-1', 'front', [{}]))
const fresh = { now: Date.UTC(2026, 10, 21), rulesetHash: 'a'.repeat(64), actions: bench().actions }

describe('verifyPlan', () => {
  it('accepts a plan as it was made, also from a file', async () => {
    await verifyPlan(made, fresh)
    await verifyPlan(JSON.parse(JSON.stringify(made)), fresh)
  })

  it.each<[string, Plan, object, string]>([
    ['other rules', made, { rulesetHash: 'b'.repeat(64) }, 'the plan was made with other rules'],
    ['its end', made, { now: Date.UTC(2026, 10, 22) }, 'the plan expired at 2026-11-22T00:00:00.000Z'],
    ['a longer life', { ...made, expiresAt: '2027-01-01T00:00:00.000Z' }, {}, 'the plan was changed after it was made'],
    ['no changes', { ...made, changes: [] }, {}, 'the plan was changed after it was made'],
  ])('refuses %s', async (_name, plan, facts, message) => {
    await expect(verifyPlan(plan, { ...fresh, ...facts })).rejects.toMatchObject({
      code: 'plan.stale',
      message,
      hint: 'make a new plan',
    })
  })

  it('refuses a plan whose end is no date, even with a hash that fits', async () => {
    const { hash: _hash, ...rest } = { ...made, expiresAt: 'never' }
    await expect(verifyPlan({ ...rest, hash: await hashOf(rest) }, fresh)).rejects.toMatchObject({ code: 'plan.stale' })
  })

  it('refuses a plan from the future: a clock that was set back would make it last longer', async () => {
    const early = { ...fresh, now: Date.UTC(2026, 10, 20, 23, 44) }
    await expect(verifyPlan(made, early)).rejects.toMatchObject({
      code: 'plan.stale',
      message: 'the plan was made in the future, at 2026-11-21T00:00:00.000Z',
      hint: 'make a new plan',
    })
    await verifyPlan(made, { ...fresh, now: Date.UTC(2026, 10, 20, 23, 46) })
    const { hash: _hash, ...rest } = { ...made, createdAt: 'never' }
    await expect(verifyPlan({ ...rest, hash: await hashOf(rest) }, fresh)).rejects.toMatchObject({ code: 'plan.stale' })
  })

  it.each<[string, Partial<Change>]>([
    ['parameters', { with: { name: 'back' } }],
    ['target', { target: 'back' }],
    ['account', { account: '111122223333' }],
    ['state before', { before: { open: true } }],
    ['state after', { after: { open: false, colour: 'green' } }],
    ['action', { use: 'door.remove' }],
  ])('refuses a change that has the key of another, even with a hash that fits: %s', async (_, changed) => {
    const { hash: _hash, ...rest } = { ...made, changes: made.changes.map((change) => ({ ...change, ...changed })) }
    const [{ id } = { id: '' }] = made.changes
    await expect(verifyPlan({ ...rest, hash: await hashOf(rest) }, fresh)).rejects.toMatchObject({
      code: 'plan.stale',
      message: `change \`${id}\` is not the one that its key stands for`,
    })
  })

  it('refuses a plan with any one character changed', async () => {
    const text = JSON.stringify(made)
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom('x', '7', 'true', ' '), async (at, put) => {
        const changed = text.slice(0, at) + put + text.slice(at + 1)
        const plan = parse(changed)
        fc.pre(plan !== null && JSON.stringify(plan) !== text)
        await expect(verifyPlan(plan, fresh)).rejects.toThrow()
      }),
      { numRuns: 300 },
    )
  })
})

function parse(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
