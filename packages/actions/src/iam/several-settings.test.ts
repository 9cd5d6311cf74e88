import { createEngine, type Finding, loadProject, memoryJournal, readValue } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from '../testing/in-process-aws.js'
import { setPasswordPolicy } from './set-password-policy.js'

const account = '123456789012'
const now = Date.UTC(2026, 10, 21)
const settings = { 'IAM.11': 'requireUppercase', 'IAM.12': 'requireLowercase', 'IAM.14': 'requireNumbers' } as const
const rule = (control: string, parameters: string) => `
  - id: ${control.toLowerCase().replace('.', '-')}
    match: { control: ${control} }
    steps:
      - use: iam.set-password-policy
        with: { ${parameters} }`

function finding(control: string): Finding {
  const [item] = readValue(
    {
      SchemaVersion: '2018-10-08',
      Id: `arn:aws:securityhub:us-east-1:${account}:security-control/${control}/finding/1`,
      ProductArn: 'arn:aws:securityhub:us-east-1::product/aws/securityhub',
      GeneratorId: `security-control/${control}`,
      AwsAccountId: account,
      Region: 'us-east-1',
      Title: control,
      Severity: { Label: 'MEDIUM' },
      Compliance: { Status: 'FAILED', SecurityControlId: control },
      Resources: [{ Type: 'AwsAccount', Id: `AWS::::Account:${account}`, Partition: 'aws', Region: 'us-east-1' }],
    },
    'test',
  )
  if (item?.kind !== 'finding') throw new Error('the sample is no finding')
  return item.finding
}

async function engineFor(passwordPolicy: object) {
  const actions = [setPasswordPolicy]
  const rules = [
    ...Object.entries(settings).map(([control, name]) => rule(control, `${name}: true`)),
    rule('IAM.15', 'minimumLength: 14'),
  ]
  const files = new Map([
    [
      'redress.yaml',
      `apiVersion: redress/v1\nkind: Project\nmode: apply\nscope: { accounts: ["${account}"], regions: [us-east-1] }\n`,
    ],
    ['rules/passwords.yaml', `apiVersion: redress/v1\nkind: Rules\nrules:${rules.join('')}\n`],
  ])
  const world = inProcessAws({ [account]: { global: { iam: { passwordPolicy } } } })
  const engine = createEngine({
    project: await loadProject({ files, actions }),
    actions,
    aws: world.aws,
    journal: memoryJournal(),
    clock: { now: () => now, sleep: async () => {} },
    mode: 'apply',
  })
  return { engine, world, policy: () => world.state[account]?.['global']?.['iam'] }
}

describe('four findings about one password policy', () => {
  const findings = [...Object.keys(settings), 'IAM.15'].map(finding)

  it('are put right in one run, each starting from where the one before it ended', async () => {
    const { engine, policy } = await engineFor({ MinimumPasswordLength: 8, RequireSymbols: true })
    const plan = await engine.plan(findings)
    const changes = plan.changes.map(({ before, after }) => ({ before, after }))
    for (const [index, { before }] of changes.entries())
      if (index > 0) expect(before).toEqual(changes[index - 1]?.after)
    const report = await engine.apply(plan)
    expect(report.outcomes.map(({ outcome }) => outcome.kind)).toEqual(['applied', 'applied', 'applied', 'applied'])
    expect(policy()).toMatchObject({
      passwordPolicy: {
        MinimumPasswordLength: 14,
        RequireSymbols: true,
        RequireUppercaseCharacters: true,
        RequireLowercaseCharacters: true,
        RequireNumbers: true,
      },
    })
  })

  it('are taken back in one undo', async () => {
    const { engine, policy } = await engineFor({ MinimumPasswordLength: 8, RequireSymbols: true })
    const before = structuredClone((await engine.plan(findings)).changes[0]?.before)
    const { runId } = await engine.apply(await engine.plan(findings))
    const undone = await engine.undo(runId)
    expect(undone.outcomes.map(({ outcome }) => outcome.kind)).toEqual(['undone', 'undone', 'undone', 'undone'])
    expect((await engine.plan(findings)).changes[0]?.before).toEqual(before)
    expect(policy()).toMatchObject({ passwordPolicy: { MinimumPasswordLength: 8, RequireSymbols: true } })
  })

  it('are all left alone when somebody else changed the policy meanwhile', async () => {
    const { engine, world, policy } = await engineFor({ MinimumPasswordLength: 8 })
    const plan = await engine.plan(findings)
    const changed = { MinimumPasswordLength: 9 }
    Object.assign(world.state[account]?.['global']?.['iam'] ?? {}, { passwordPolicy: changed })
    const report = await engine.apply(plan)
    expect(report.outcomes.map(({ outcome }) => outcome.code)).toEqual(Array(4).fill('STATE_CHANGED'))
    expect(policy()).toMatchObject({ passwordPolicy: changed })
  })
})
