import { expect, it } from 'vitest'
import { sampleChange, sampleFacts } from '../testing/sample-change.js'
import { modeGuard } from './mode.js'

it.each([
  ['apply', 'apply', null],
  ['approve', 'apply', null],
  ['apply', 'approve', null],
  ['plan', 'apply', 'skipped:PLAN_ONLY'],
  ['apply', 'plan', 'skipped:PLAN_ONLY'],
  ['observe', 'plan', 'skipped:OBSERVE'],
  ['apply', 'observe', 'skipped:OBSERVE'],
] as const)('a rule in mode %s in a run in mode %s: %s', (rule, run, expected) => {
  const denial = modeGuard(sampleChange({ mode: rule }), sampleFacts({ mode: run }))
  expect(denial && `${denial.kind}:${denial.code}`).toBe(expected)
})
