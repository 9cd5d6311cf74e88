/**
 * The engine and its model answer alike: decisions, and every clause of every explanation.
 *
 * Rules and findings are random but the seed is not, so that a run can be repeated; `pnpm differential` takes others.
 */
import { expect, it } from 'vitest'
import { differ } from './differ.js'

it('the engine and its model agree on 50,000 pairs of a rule and a finding', { timeout: 120_000 }, async () => {
  const { pairs, disagreement } = await differ({ pairs: 50_000, seed: 1, size: 40 })
  expect(disagreement).toBeNull()
  expect(pairs).toBeGreaterThanOrEqual(50_000)
})
