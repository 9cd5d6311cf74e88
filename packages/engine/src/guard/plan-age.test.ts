import { expect, it } from 'vitest'
import { sampleChange, sampleFacts } from '../testing/sample-change.js'
import { planAgeGuard } from './plan-age.js'

it.each([
  [null, null],
  [1001, null],
  [1000, 'PLAN_EXPIRED'],
  [Number.NaN, 'PLAN_EXPIRED'],
])('at 1000 a plan that ends at %s: %s', (planExpiresAt, code) => {
  expect(planAgeGuard(sampleChange(), sampleFacts({ now: 1000, planExpiresAt }))?.code ?? null).toBe(code)
})
