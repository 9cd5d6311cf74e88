import { describe, expect, it } from 'vitest'
import type { Rule } from '../contracts/documents/rules.js'
import { decideOne } from '../testing/decide-sample.js'
import { samplePlaybook } from '../testing/sample-project.js'

const note = (id: string, changes: Partial<Rule> = {}): Rule => ({
  id,
  match: { control: 'EC2.2' },
  steps: [{ use: 'finding.note', with: { text: id } }],
  ...changes,
})

describe('going through the rules', () => {
  it('gathers the steps of all that match, in order', () => {
    const decision = decideOne({ rules: [note('a'), note('b', { match: { control: 'S3.1' } }), note('c')] })
    expect([decision.rules, decision.steps.map(({ rule }) => rule)]).toEqual([
      ['a', 'c'],
      ['a', 'c'],
    ])
  })

  it('ends behind a rule that matched and says `stop`, also one that is held', () => {
    const held = note('held', { steps: [{ use: 'playbook' }], stop: true })
    expect(decideOne({ rules: [note('a', { stop: true }), note('b')] }).rules).toEqual(['a'])
    expect(decideOne({ rules: [held, note('b')] }).rules).toEqual([])
  })

  it('goes on behind a rule with `stop` that was vetoed, left the finding alone, or waits for a request', () => {
    const vetoed = note('a', { stop: true, unless: [{ region: 'eu-west-1' }] })
    const waiting = note('b', { stop: true, on: 'request' })
    expect(decideOne({ rules: [vetoed, waiting, note('c')] }).rules).toEqual(['c'])
    const leaving = note('a', { stop: true })
    const minding = note('b', { match: { workflow: 'RESOLVED' } })
    expect(decideOne({ rules: [leaving, minding] }, { workflow: 'RESOLVED' }).rules).toEqual(['b'])
  })

  it('gives the first reason when nothing is done', () => {
    const vetoed = note('a', { unless: [{ region: 'eu-west-1' }] })
    expect(decideOne({ rules: [vetoed] }).skipped).toBe('unless')
    expect(decideOne({ rules: [vetoed, note('b')] }).skipped).toBeNull()
  })

  it('says why a product is not trusted', () => {
    const close = note('a', { steps: [{ use: 's3.block-public-access' }] })
    expect(
      decideOne(
        { rules: [close] },
        {
          productArn: 'arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default',
          product: '123456789012/default',
        },
      ).held,
    ).toEqual([
      {
        rule: 'a',
        code: 'untrusted-product',
        message: 'findings of `123456789012/default` change nothing unless the rule lists the product under `trust`',
        guide: [],
      },
    ])
  })

  it('says why a suppressed finding changes nothing', () => {
    const close = note('a', { match: { workflow: 'SUPPRESSED' }, steps: [{ use: 's3.block-public-access' }] })
    expect(decideOne({ rules: [close] }, { workflow: 'SUPPRESSED' })).toMatchObject({
      steps: [],
      skipped: 'workflow',
      held: [
        {
          rule: 'a',
          code: 'workflow',
          message: 'no resource is changed for a finding that is, or may be, suppressed',
          guide: [],
        },
      ],
    })
  })

  it('leaves out a playbook whole that would change something of a suppressed or archived finding', () => {
    const playbook = samplePlaybook({
      steps: [
        { use: 'finding.set-workflow', with: { workflow: 'RESOLVED' } },
        { use: 's3.block-public-access' },
        { use: 'finding.note', with: { text: 'done' } },
      ],
    })
    const rule = note('a', {
      match: { control: 'EC2.2', workflow: 'SUPPRESSED' },
      steps: [{ use: 'finding.note', with: { text: 'seen' } }, { use: 'playbook' }],
    })
    const decision = decideOne({ rules: [rule], playbooks: [playbook] }, { workflow: 'SUPPRESSED' })
    expect(decision.steps.map(({ use, with: params }) => [use, params])).toEqual([['finding.note', { text: 'seen' }]])
    expect(decision.held).toMatchObject([{ rule: 'a', code: 'workflow' }])
  })
})
