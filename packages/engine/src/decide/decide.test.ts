import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '../contracts/decision.js'
import type { Rule } from '../contracts/documents/rules.js'
import type { Finding, Resource } from '../contracts/finding.js'
import { decideOne, decisions, prepared } from '../testing/decide-sample.js'
import { sampleFinding, sampleNow, sampleResource } from '../testing/sample-finding.js'
import { type SampleDocuments, sampleException, samplePlaybook, sampleProject } from '../testing/sample-project.js'
import { decide } from './decide.js'

const close: Rule = { id: 'close', match: { control: 'EC2.2' }, steps: [{ use: 'playbook' }] }
const lower: Rule = {
  id: 'lower',
  match: { control: 'EC2.2' },
  steps: [{ use: 'finding.set-severity', with: { label: 'LOW' } }],
}
const withPlaybook = { rules: [close], playbooks: [samplePlaybook()] }
const second = (changes: Partial<Resource> = {}) => sampleResource({ id: 'sg-2', name: 'sg-2', ...changes })

describe('a rule that matches', () => {
  it('brings about the steps of the playbook of the control, written out', () => {
    expect(decideOne(withPlaybook)).toEqual({
      finding: expect.objectContaining({ id: sampleFinding().id, severity: 'HIGH' }),
      target: 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123',
      account: '123456789012',
      region: 'eu-west-1',
      partition: 'aws',
      control: 'EC2.2',
      rules: ['close'],
      exception: null,
      steps: [
        {
          rule: 'close',
          playbook: 'EC2.2',
          use: 'ec2.revoke-security-group-rules',
          with: { groupId: 'sg-0123', rules: 'all' },
          mode: 'apply',
          breaks: 'Instances in the group lose their traffic.',
          overriddenBy: null,
        },
      ],
      held: [],
      skipped: null,
    })
  })

  it('acts with the least of the modes', () => {
    const careful: Rule = { ...close, mode: 'approve' }
    expect(decideOne({ ...withPlaybook, rules: [careful] }).steps[0]?.mode).toBe('approve')
    expect(decideOne({ ...withPlaybook, rules: [careful] }, {}, { mode: 'observe' }).steps[0]?.mode).toBe('observe')
  })

  it('acts on each target that it matches, and on no other', () => {
    const rule: Rule = { ...close, match: { control: 'EC2.2', 'resource.tags.Environment': 'dev' } }
    const resources = [sampleResource(), second({ tags: { Environment: 'prod' } })]
    const both = decisions({ ...withPlaybook, rules: [rule] }, { resources })
    expect(both.map(({ target, rules, skipped }) => [target, rules, skipped])).toEqual([
      ['arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123', ['close'], null],
      ['sg-2', [], 'no-rule'],
    ])
  })

  it('wants all clauses about the resource of one and the same resource', () => {
    const rule: Rule = { ...close, match: { 'resource.tags.Environment': 'dev', 'resource.name': 'sg-2' } }
    const resources = [sampleResource(), second({ tags: { Environment: 'prod' } })]
    expect(decisions({ rules: [rule] }, { resources }).map(({ rules }) => rules)).toEqual([[], []])
  })

  it('ends the list for that target by `stop`', () => {
    const stop: Rule = { ...lower, id: 'first', stop: true }
    expect(decideOne({ ...withPlaybook, rules: [stop, close] }).rules).toEqual(['first'])
    expect(decideOne({ ...withPlaybook, rules: [{ ...stop, match: { control: 'S3.1' } }, close] }).rules).toEqual([
      'close',
    ])
  })
})

describe('nothing is done, with a reason', () => {
  const trusting: Rule = { ...close, trust: ['acme/scanner'] }
  const unreadableTags = sampleResource({ tags: null, unreadable: { tags: 'it is a number' } })
  const foreign = { productArn: 'arn:aws:securityhub:eu-west-1::product/acme/scanner', product: 'acme/scanner' }
  const cases: readonly (readonly [string, SampleDocuments, Partial<Finding>, string])[] = [
    ['when no rule matches', { rules: [] }, {}, 'no-rule'],
    ['when the finding is suppressed', withPlaybook, { workflow: 'SUPPRESSED' }, 'workflow'],
    ['when the finding is resolved', withPlaybook, { workflow: 'RESOLVED' }, 'workflow'],
    ['when the finding is archived', withPlaybook, { record: 'ARCHIVED' }, 'record'],
    ['when the control passed', withPlaybook, { compliance: 'PASSED' }, 'compliance'],
    ['when the account is absent', withPlaybook, { account: null }, 'no-account'],
    ['when the account is malformed', withPlaybook, { account: '12345' }, 'no-account'],
    [
      'when the resource is of another account',
      withPlaybook,
      { resources: [sampleResource({ account: '111122223333' })] },
      'account-mismatch',
    ],
    [
      'when the account of the resource is unreadable',
      withPlaybook,
      { resources: [sampleResource({ account: null, unreadable: { account: 'x' } })] },
      'account-mismatch',
    ],
    [
      'when the resource is of another partition',
      withPlaybook,
      { resources: [sampleResource({ partition: 'aws-cn' })] },
      'partition-mismatch',
    ],
    [
      'when the Region is unreadable',
      withPlaybook,
      { resources: [sampleResource({ region: null, unreadable: { region: 'x' } })] },
      'region-unknown',
    ],
    [
      'when there is no Region',
      withPlaybook,
      { region: null, resources: [sampleResource({ region: null })] },
      'region-unknown',
    ],
    [
      'when the Region is malformed',
      withPlaybook,
      { resources: [sampleResource({ region: 'eu-west-1; x' })] },
      'region-unknown',
    ],
    ['when it was updated in the future', withPlaybook, { updated: '2026-11-21T00:15:00.001Z' }, 'future'],
    [
      'when the date of the update is unreadable',
      withPlaybook,
      { updated: null, unreadable: { updated: 'x' } },
      'future',
    ],
    [
      'when the match is in doubt',
      { ...withPlaybook, rules: [{ ...close, match: { 'resource.tags.a': 'b' } }] },
      { resources: [unreadableTags] },
      'indeterminate',
    ],
    [
      'when an `unless` holds',
      { ...withPlaybook, rules: [{ ...close, unless: [{ region: 'eu-west-1' }] }] },
      {},
      'unless',
    ],
    [
      'when an `unless` is in doubt',
      { ...withPlaybook, rules: [{ ...close, unless: [{ 'resource.tags.a': { exists: true } }] }] },
      { resources: [unreadableTags] },
      'unless-indeterminate',
    ],
    [
      'when a `when` is false',
      { ...withPlaybook, rules: [{ ...close, when: { '>': [{ var: 'finding.ageDays' }, 20] } }] },
      {},
      'no-rule',
    ],
    [
      'when a `when` is in doubt',
      { ...withPlaybook, rules: [{ ...close, when: { '>': [{ var: 'finding.criticality' }, 20] } }] },
      {},
      'when-indeterminate',
    ],
    ['when the rule wants a request', { ...withPlaybook, rules: [{ ...close, on: 'request' }] }, {}, 'on-request'],
    ['when the product is not AWS’s own', withPlaybook, foreign, 'untrusted-product'],
    ['when there is no product', withPlaybook, { productArn: null, product: null }, 'untrusted-product'],
    [
      'when a member account poses as a product of AWS',
      withPlaybook,
      { productArn: 'arn:aws:securityhub:eu-west-1:111122223333:product/aws/securityhub' },
      'untrusted-product',
    ],
    [
      'when another product is trusted',
      { ...withPlaybook, rules: [trusting] },
      { ...foreign, product: 'acme/other' },
      'untrusted-product',
    ],
    ['when there is no playbook', { rules: [close] }, {}, 'no-playbook'],
    [
      'when the playbook is retired',
      { rules: [close], playbooks: [samplePlaybook({ status: 'retired' })] },
      {},
      'no-playbook',
    ],
    [
      'when the playbook is of another version',
      { ...withPlaybook, rules: [{ ...close, steps: [{ use: 'playbook/EC2.2@2' }] }] },
      {},
      'no-playbook',
    ],
    [
      'when the playbook does not match',
      withPlaybook,
      { resources: [sampleResource({ type: 'AWS::EC2::VPC' })] },
      'playbook-does-not-match',
    ],
    [
      'when an `unless` of the playbook holds',
      { rules: [close], playbooks: [samplePlaybook({ unless: [{ region: 'eu-west-1' }] })] },
      {},
      'playbook-does-not-match',
    ],
    [
      'when an `unless` of the playbook is in doubt',
      { rules: [close], playbooks: [samplePlaybook({ unless: [{ 'resource.tags.a': 'b' }] })] },
      { resources: [unreadableTags] },
      'playbook-does-not-match',
    ],
    ['when a value of a template is absent', withPlaybook, { resources: [sampleResource({ name: null })] }, 'template'],
    ['when the playbook is guided', { rules: [close], playbooks: [samplePlaybook({ steps: [] })] }, {}, 'guided'],
  ]
  it.each(cases)('%s', (_, documents, finding, code) => {
    const decision = decideOne(documents, finding)
    expect([decision.steps, decision.rules, decision.skipped]).toEqual([[], [], code])
  })

  it('which a held rule gives in words', () => {
    const [held] = decideOne(
      { ...withPlaybook, rules: [{ ...close, unless: [{ 'resource.tags.a': 'b' }] }] },
      { resources: [unreadableTags] },
    ).held
    expect(held).toEqual({
      rule: 'close',
      code: 'unless-indeterminate',
      message: 'an `unless` of it cannot be judged: `resource.tags.a` is unreadable: it is a number',
      guide: [],
    })
  })

  it('a rule in doubt that says `stop` keeps later rules away', () => {
    const guard: Rule = { ...lower, id: 'guard', match: { 'resource.tags.a': 'b' }, stop: true }
    const decision = decideOne({ ...withPlaybook, rules: [guard, close] }, { resources: [unreadableTags] })
    expect([decision.steps, decision.skipped]).toEqual([[], 'indeterminate'])
  })
})

describe('who may have a resource changed', () => {
  const foreign = { productArn: 'arn:aws:securityhub:eu-west-1::product/acme/scanner', product: 'acme/scanner' }

  it('a product that the rule trusts', () => {
    expect(decideOne({ ...withPlaybook, rules: [{ ...close, trust: ['acme/scanner'] }] }, foreign).rules).toEqual([
      'close',
    ])
  })

  it.each([
    'arn:aws-us-gov:securityhub:us-gov-west-1::product/aws/guardduty',
    'arn:aws:securityhub:eu-west-1::productv2/aws/securityhub',
  ])('the product %s of AWS', (productArn) => expect(decideOne(withPlaybook, { productArn }).rules).toEqual(['close']))

  it('any product may have its finding updated', () => {
    expect(decideOne({ rules: [lower] }, foreign).rules).toEqual(['lower'])
  })

  it('no suppressed or archived finding, even where the rule asks for such', () => {
    const rule: Rule = {
      ...close,
      match: { workflow: 'SUPPRESSED' },
      steps: [...lower.steps, ...close.steps, ...lower.steps],
    }
    const decision = decideOne({ ...withPlaybook, rules: [rule] }, { workflow: 'SUPPRESSED' })
    expect(decision.steps.map(({ use }) => use)).toEqual(['finding.set-severity'])
    expect(decision.held.map(({ code }) => code)).toEqual(['workflow'])
  })
})

describe('a request', () => {
  const onRequest = { ...withPlaybook, rules: [{ ...close, on: 'request' } as const] }
  it('comes from a person at the command line', () => {
    expect(decideOne(onRequest, {}, { request: true }).rules).toEqual(['close'])
  })
  it('comes from a custom action', () =>
    expect(decideOne(onRequest, { arrival: 'custom-action' }).rules).toEqual(['close']))
})

describe('where a step runs', () => {
  it.each<readonly [string, Partial<Finding>, string | null]>([
    ['in the Region of the resource', { resources: [sampleResource({ region: 'eu-west-2' })] }, 'eu-west-2'],
    ['in the Region of the finding without one', { resources: [sampleResource({ region: null })] }, 'eu-west-1'],
    [
      'in the main Region for a global type',
      { resources: [sampleResource({ type: 'AWS::IAM::User', region: null })] },
      'us-east-1',
    ],
    [
      'in the main Region of its partition',
      { partition: 'aws-cn', resources: [sampleResource({ type: 'AWS::IAM::User', partition: 'aws-cn' })] },
      'cn-north-1',
    ],
    [
      'in the Region of the finding for an account',
      { resources: [sampleResource({ type: 'AWS::::Account', region: 'global' })] },
      'eu-west-1',
    ],
  ])('%s', (_, finding, region) => expect(decideOne({}, finding).region).toBe(region))

  it('is told for a finding without resources too', () => {
    const decision = decideOne({ rules: [lower] }, { resources: [] })
    expect([decision.target, decision.account, decision.region, decision.rules]).toEqual([
      null,
      '123456789012',
      'eu-west-1',
      ['lower'],
    ])
  })
})

describe('for any finding', () => {
  const text = fc.option(
    fc.constantFrom('EC2.2', 'aws', 'eu-west-1', '123456789012', '', '${finding.id}', '__proto__'),
    { nil: null },
  )
  const resource = fc
    .record({
      name: text,
      type: text,
      account: text,
      region: text,
      partition: text,
      tags: fc.constantFrom(null, { Environment: 'dev' }),
    })
    .map((changes) => sampleResource(changes))
  const finding = fc
    .record({
      account: text,
      control: text,
      region: text,
      partition: text,
      productArn: fc.option(fc.constant('arn:aws:securityhub:eu-west-1::product/aws/securityhub'), { nil: null }),
      workflow: fc.constantFrom(null, 'NEW', 'SUPPRESSED', 'RESOLVED'),
      record: fc.constantFrom(null, 'ACTIVE', 'ARCHIVED'),
      updated: fc.constantFrom(null, '2026-11-20T00:00:00.000Z', 'not a date', '2999-01-01T00:00:00.000Z'),
      note: fc.constantFrom(null, { text: '[redress exception=bastion was=NEW until=2026-01-01] x', updatedBy: null }),
      resources: fc.array(resource, { maxLength: 3 }),
    })
    .map((changes) => sampleFinding(changes))
  const documents = {
    rules: [
      close,
      lower,
      { ...close, id: 'all', match: { workflow: ['NEW', 'SUPPRESSED'] }, steps: [{ use: 's3.block-public-access' }] },
    ],
    playbooks: [samplePlaybook()],
    exceptions: [sampleException({ match: { 'resource.tags.Environment': 'dev', control: 'EC2.2' } })],
  }
  const facts = { mode: 'apply', now: sampleNow, request: false } as const
  const changing = (decision: Decision) => decision.steps.filter(({ use }) => !use.startsWith('finding.'))

  it('deciding gives one decision per target and never throws', () => {
    fc.assert(
      fc.property(finding, (each) => {
        const all = decide(each, prepared(sampleProject(documents)), facts)
        expect(all).toHaveLength(Math.max(1, each.resources.length))
        for (const { steps, skipped, held } of all)
          expect(steps.length > 0 || skipped !== null || held.length > 0).toBe(true)
      }),
    )
  })

  it('no change is decided outside the account of the finding, on an excepted target, or for a finding left alone', () => {
    fc.assert(
      fc.property(finding, (each) => {
        for (const [index, decision] of decide(each, prepared(sampleProject(documents)), facts).entries()) {
          if (changing(decision).length === 0) continue
          const target = each.resources[index]
          expect(decision.account).toBe(each.account)
          expect([each.account, null, undefined]).toContain(target?.account)
          expect(decision.exception).toBeNull()
          expect([each.workflow === 'SUPPRESSED', each.record === 'ARCHIVED', each.productArn === null]).toEqual([
            false,
            false,
            false,
          ])
        }
      }),
    )
  })

  it('the same input gives the same decisions', () => {
    fc.assert(
      fc.property(finding, (each) => {
        expect(decide(each, prepared(sampleProject(documents)), facts)).toEqual(
          decide(each, prepared(sampleProject(documents)), facts),
        )
      }),
    )
  })
})
