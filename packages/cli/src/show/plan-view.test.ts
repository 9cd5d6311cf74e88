import { describe, expect, it } from 'vitest'
import { emptyPlan, openBucket, openGroup, samplePlan } from '../testing/sample-plan.js'
import { groupBy, viewPlan } from './plan-view.js'

describe('viewPlan', () => {
  it('groups by account, then by control, in the order of the plan', () => {
    const { accounts } = viewPlan(samplePlan)
    expect(accounts.map(({ account, controls }) => [account, controls.map(({ control }) => control)])).toEqual([
      ['123456789012', ['EC2.2']],
      ['111122223333', ['S3.8']],
    ])
  })

  it('keeps changes apart from what is settled', () => {
    const [group] = viewPlan(samplePlan).accounts[0]?.controls ?? []
    expect(group?.changes.map(({ id }) => id)).toEqual(['1-3fa9c2'])
    expect(group?.settled.map(({ outcome }) => outcome.code)).toEqual(['ALREADY_COMPLIANT'])
  })

  it('puts a message under the account and control that it tells of, not under the one that sends it', () => {
    const sent = samplePlan.changes.find(({ use }) => use === 'notify.sns')
    const [, { account, controls } = { account: '', controls: [] }] = viewPlan(samplePlan).accounts
    expect([sent?.account, account]).toEqual(['123456789012', '111122223333'])
    expect(controls[0]?.changes.map(({ id }) => id)).toEqual(['2-77d0e1', '3-10fe55'])
  })

  it('groups findings without a control by their title', () => {
    const other = { ...openGroup, control: null, finding: { ...openGroup.finding, title: 'GuardDuty says' } }
    const { accounts } = viewPlan({
      ...samplePlan,
      changes: [other, { ...openBucket, account: other.account, control: null }],
    })
    expect(accounts[0]?.controls).toHaveLength(2)
  })

  it('counts changes that apply would only show', () => {
    expect(viewPlan(samplePlan).totals).toEqual({
      change: 3,
      held: 1,
      fine: 1,
      refused: 1,
      deferred: 0,
      skipped: 0,
      guided: 1,
      unplanned: 3,
      accounts: 2,
    })
  })

  it('puts the most frequent reason first and counts other messages of the same reason', () => {
    const [first] = samplePlan.unplanned
    if (first === undefined) throw new Error('the sample has none')
    const plan = {
      ...emptyPlan,
      unplanned: [
        { ...first, code: 'workflow' },
        first,
        { ...first, rule: 'a', code: 'no-rule', message: 'another', target: 'b' },
      ],
    }
    expect(
      viewPlan(plan).reasons.map(({ code, message, others, items }) => [code, message, others, items.length]),
    ).toEqual([
      ['no-rule', 'no rule matches', 1, 2],
      ['workflow', 'somebody has suppressed or resolved the finding', 0, 1],
    ])
  })

  it('keeps keys in the order in which they come', () => {
    expect(groupBy(['b1', 'a1', 'b2'], (text) => text.slice(0, 1))).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1']],
    ])
  })
})

describe('viewPlan, of a target whose rules were held', () => {
  it('does not list it once more as skipped', () => {
    const guided = samplePlan.unplanned.find(({ code }) => code === 'guided')
    if (guided === undefined) throw new Error('the sample has none')
    const echo = { ...guided, rule: null, guide: [], message: 'skipped (guided)' }
    expect(viewPlan({ ...emptyPlan, unplanned: [echo, guided] })).toMatchObject({ guided: [guided], reasons: [] })
  })
})

describe('viewPlan, of a target whose rules were held', () => {
  it('does not list it once more as skipped', () => {
    const guided = samplePlan.unplanned.find(({ code }) => code === 'guided')
    if (guided === undefined) throw new Error('the sample has none')
    const echo = { ...guided, rule: null, guide: [], message: 'skipped (guided)' }
    expect(viewPlan({ ...emptyPlan, unplanned: [echo, guided] })).toMatchObject({ guided: [guided], reasons: [] })
  })
})
