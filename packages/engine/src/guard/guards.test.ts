import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modes } from '../contracts/plan.js'
import { sampleChange, sampleFacts } from '../testing/sample-change.js'
import { guards, judge, standing } from './guards.js'

const change = fc.record(
  {
    account: fc.constantFrom('123456789012', '111122223333', ''),
    region: fc.constantFrom('eu-west-1', 'us-east-1'),
    partition: fc.constantFrom('aws', 'aws-cn'),
    mode: fc.constantFrom(...modes),
    risk: fc.constantFrom('safe' as const, 'irreversible' as const),
    target: fc.constantFrom('x', 'arn:aws:ec2:eu-west-1:111122223333:x/y', 'arn:aws:s3:::logs'),
  },
  { requiredKeys: [] },
)
const facts = fc.record(
  {
    mode: fc.constantFrom(...modes),
    stopped: fc.boolean(),
    approved: fc.boolean(),
    exception: fc.constantFrom(null, 'accepted'),
    project: fc.constant(null),
    planExpiresAt: fc.constantFrom(null, 0),
  },
  { requiredKeys: [] },
)

describe('judge', () => {
  it('allows what no guard denies', () => {
    expect(judge(sampleChange(), sampleFacts())).toBeNull()
  })

  it('gives the same answer in every order of the guards', () => {
    const orders = fc.shuffledSubarray([...guards], { minLength: guards.length })
    fc.assert(
      fc.property(change, facts, orders, (changes, given, order) => {
        const [made, about] = [sampleChange(changes), sampleFacts(given)]
        expect(judge(made, about, order)).toEqual(judge(made, about))
      }),
      { numRuns: 1000 },
    )
  })

  it('denies whenever any one guard does, whatever the others say', () => {
    fc.assert(
      fc.property(change, facts, (changes, given) => {
        const [made, about] = [sampleChange(changes), sampleFacts(given)]
        expect(judge(made, about) === null).toBe(guards.every((guard) => guard(made, about) === null))
      }),
      { numRuns: 1000 },
    )
  })

  it('tells the strictest of several denials', () => {
    const plan = sampleChange({ mode: 'plan' })
    expect(judge(plan, sampleFacts())).toMatchObject({ kind: 'skipped', code: 'PLAN_ONLY' })
    expect(judge(plan, sampleFacts({ stopped: true }))).toMatchObject({ kind: 'refused', code: 'STOPPED' })
    expect(judge({ ...plan, risk: 'irreversible' }, sampleFacts())).toMatchObject({ kind: 'skipped' })
  })

  it('needs nothing of the moment for what is known when the plan is made', () => {
    const stopped = sampleFacts({ stopped: true, exception: 'accepted', mode: 'plan', planExpiresAt: 0 })
    expect(judge(sampleChange({ mode: 'plan' }), stopped, standing)).toBeNull()
    expect(judge(sampleChange({ account: '111122223333' }), stopped, standing)).toMatchObject({ kind: 'refused' })
  })
})
