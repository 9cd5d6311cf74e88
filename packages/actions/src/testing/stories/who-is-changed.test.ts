/**
 * Whole stories about who is changed and who is not, from documents and a finding to the state of AWS.
 */
import { describe, expect, it } from 'vitest'
import { account, bucket, closing, region, story } from './story.js'

describe('a finding with several resources', () => {
  it('has only those changed that are not as they should be', async () => {
    const told = story({ Resources: [bucket('shut'), bucket('logs')] })
    const engine = await told.engine(closing())
    const plan = await engine.plan([told.finding()])
    expect(plan.changes.map(({ target, verdict }) => [target, verdict.kind])).toEqual([
      ['arn:aws:s3:::shut', 'noop'],
      ['arn:aws:s3:::logs', 'change'],
    ])
    const report = await engine.apply(plan)
    expect(report.outcomes.map(({ outcome }) => outcome.kind)).toEqual(['noop', 'applied'])
    expect(told.writes()).toEqual(['PutPublicAccessBlock'])
    expect(told.world.calls.filter(({ writes }) => writes).map(({ input }) => input)).toMatchObject([
      { Bucket: 'logs' },
    ])
  })

  it('has the clauses about the resource judged for each by itself', async () => {
    const told = story({
      Resources: [bucket('logs', { Tags: { stage: 'dev' } }), bucket('site', { Tags: { stage: 'prod' } })],
    })
    const engine = await told.engine(closing('      resource.tags.stage: dev'))
    const report = await engine.run([told.finding()])
    expect(report.outcomes.map(({ change, outcome }) => [change.target, outcome.kind])).toEqual([
      ['arn:aws:s3:::logs', 'applied'],
    ])
  })
})

describe('nothing is called for a target', () => {
  const elsewhere = `arn:aws:ec2:${region}:111122223333:security-group/sg-0123`
  const cases: readonly [string, Parameters<typeof story>[0], string, string][] = [
    [
      'in another account, by its ARN',
      { Resources: [{ Type: 'AwsEc2SecurityGroup', Id: elsewhere }] },
      '',
      'account-mismatch',
    ],
    [
      'that is another account',
      { Resources: [{ Type: 'AwsAccount', Id: 'AWS::::Account:111122223333' }] },
      '',
      'account-mismatch',
    ],
    [
      'whose ARN is malformed',
      { Resources: [bucket('logs', { Id: 'arn:aws:s3::12345:logs' })] },
      '',
      'account-mismatch',
    ],
    [
      'of another partition',
      { Resources: [bucket('logs', { Id: 'arn:aws-cn:s3:::logs', Partition: 'aws-cn' })] },
      '',
      'partition-mismatch',
    ],
    [
      'without the tag that `anything-but` is about',
      {},
      '      resource.tags.stage: { anything-but: prod }',
      'no-rule',
    ],
    [
      'whose tag an `unless` cannot read',
      { Resources: [bucket('logs', { Tags: { keep: 7 } })] },
      '    unless: [{ resource.tags.keep: { exists: true } }]',
      'unless-indeterminate',
    ],
    [
      'whose tags cannot be read at all',
      { Resources: [bucket('logs', { Tags: 'keep' })] },
      '      resource.tags.stage: dev',
      'indeterminate',
    ],
    ['of a finding that is suppressed', { Workflow: { Status: 'SUPPRESSED' } }, '', 'workflow'],
    [
      'of a finding that is suppressed, though the rule asks for those',
      { Workflow: { Status: 'SUPPRESSED' } },
      '      workflow: SUPPRESSED',
      'workflow',
    ],
    ['of a finding that is archived', { RecordState: 'ARCHIVED' }, '', 'record'],
    ['of a finding that passed', { Compliance: { Status: 'PASSED', SecurityControlId: 'S3.8' } }, '', 'compliance'],
    ['of a finding from the future', { UpdatedAt: '2026-11-22T00:00:00.000Z' }, '', 'future'],
  ]

  it.each(cases)('%s', async (_name, members, more, skipped) => {
    const told = story(members)
    const engine = await told.engine(closing(more))
    const found = told.finding()
    expect(engine.decide([found]).map((decision) => decision.skipped)).toEqual([skipped])
    const plan = await engine.plan([found])
    expect(plan.unplanned.map(({ code }) => code)).toEqual([skipped])
    expect((await engine.apply(plan)).outcomes).toEqual([])
    expect(told.world.calls).toEqual([])
  })

  it('of a product that anyone may write for', async () => {
    const told = story({
      ProductArn: `arn:aws:securityhub:${region}:${account}:product/${account}/default`,
      GeneratorId: 'mine',
      Compliance: { Status: 'FAILED' },
    })
    const rule = closing()['rules/close.yaml']
    const engine = await told.engine({ 'rules/close.yaml': String(rule).replace('control: S3.8', 'severity: HIGH') })
    expect(engine.decide([told.finding()]).map(({ skipped }) => skipped)).toEqual(['untrusted-product'])
    await engine.run([told.finding()])
    expect(told.world.calls).toEqual([])
  })
})

describe('a bucket', () => {
  it('of another account is not touched, though S3 ARNs say nothing of accounts', async () => {
    const told = story({ Resources: [bucket('theirs')] })
    const engine = await told.engine(closing())
    const report = await engine.run([told.finding()])
    expect(report.outcomes.map(({ outcome }) => `${outcome.kind}:${outcome.code}`)).toEqual(['refused:ACCESS_DENIED'])
    expect(told.writes()).toEqual([])
  })
})

describe('text of a finding', () => {
  it('stays text, whatever syntax it holds', async () => {
    const Title = '${finding.account} {"var":"x"} \u001b[31m<https://evil.example.com|here> $${x}'
    const told = story({ Title })
    const engine = await told.engine({
      'rules/note.yaml': `apiVersion: redress/v1
kind: Rules
rules:
  - id: note
    match: { control: S3.8 }
    steps:
      - use: finding.note
        with: { text: "about \${finding.title}" }
`,
    })
    const plan = await engine.plan([told.finding()])
    expect(plan.changes.map((change) => change.with)).toEqual([{ text: `about ${Title}` }])
    await engine.apply(plan)
    expect(JSON.stringify(told.stored()['Note'])).toContain('${finding.account} {\\"var\\":\\"x\\"}')
  })
})
