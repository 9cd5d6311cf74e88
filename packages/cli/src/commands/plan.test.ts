import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { builtinActions } from '@redress/actions/all'
import type { ActionItem, AwsSession } from '@redress/engine'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outputSchemas } from '../output/index.js'
import { misfit } from '../testing/fits.js'
import { edit, openShell, openStarter, type Shell } from '../testing/run-command.js'

describe('redress plan', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await openStarter()
  })
  afterEach(() => shell.remove())

  it('shows each change, before and after', async () => {
    const { code, stdout, stderr } = await shell.run(['plan', 'findings', '--simulate'])
    expect([code, stderr]).toEqual([0, 'simulating on world.yaml\n'])
    await expect(stdout).toMatchFileSnapshot('expected/plan.txt')
  })

  it('changes nothing, not even the simulated world', async () => {
    await shell.run(['plan', 'findings', '--simulate'])
    expect(existsSync(shell.path('.redress/world.json'))).toBe(false)
    expect(existsSync(shell.path('.redress/simulated-journal.jsonl'))).toBe(false)
  })

  it('gives the same bytes for the same input', async () => {
    const one = await shell.run(['plan', 'findings', '--simulate', '--json'])
    expect(await shell.run(['plan', 'findings', '--simulate', '--json'])).toEqual(one)
  })

  it('prints the changes as JSON', async () => {
    const { stdout } = await shell.run(['plan', 'findings', '--simulate', '--json'])
    expect(misfit(outputSchemas.plan, stdout)).toBeNull()
    expect(JSON.parse(stdout)).toMatchObject({
      changes: [
        { account: '123456789012', use: 'ec2.revoke-security-group-rules', after: { rules: [] }, verdict: 'change' },
      ],
    })
  })

  it('says what is settled already as a verdict', async () => {
    writeFileSync(
      shell.path('closed.json'),
      '{"123456789012":{"eu-west-1":{"ec2":{"securityGroups":{"sg-0123456789abcdef0":{"rules":[]}}}}}}',
    )
    const closed = await shell.run(['plan', 'findings', '--simulate', 'closed.json', '--json'])
    expect(JSON.parse(closed.stdout)).toMatchObject({ changes: [{ verdict: 'noop:ALREADY_COMPLIANT' }] })
    writeFileSync(shell.path('empty.json'), '{}')
    const gone = await shell.run(['plan', 'findings', '--simulate', 'empty.json'])
    expect(gone.stdout).toContain('noop:RESOURCE_GONE')
  })

  it('writes the whole plan and a page, and tells how to go on', async () => {
    const { stderr } = await shell.run(['plan', 'findings', '--simulate', '--out', 'plan.json', '--html', 'plan.html'])
    expect(stderr).toContain('next: redress apply --plan plan.json --simulate\n')
    expect(JSON.parse(readFileSync(shell.path('plan.json'), 'utf8'))).toMatchObject({
      kind: 'Plan',
      hash: expect.any(String),
    })
    expect(readFileSync(shell.path('plan.html'), 'utf8')).toContain('revoke all rules of security group')
  })

  it('exits with 1 when no state can be read, and with 3 when some cannot', async () => {
    const closed = builtinActions.map((action) => ({
      ...action,
      plan: (items: readonly ActionItem[], aws: AwsSession) =>
        items.some(({ params }) => params['groupId'] === 'sg-0123456789abcdef0')
          ? Promise.reject(new Error('the door is closed'))
          : action.plan(items, aws),
    }))
    const broken = await openStarter({ loadActions: async () => closed })
    const none = await broken.run(['plan', 'findings', '--simulate', '--json'])
    expect(JSON.parse(none.stdout)).toMatchObject({ changes: [{ verdict: 'refused:UNREADABLE' }] })
    expect(none.code).toBe(1)
    const other = readFileSync(broken.path('findings/ec2.2.json'), 'utf8').replaceAll('6f1c2a4e', '6f1c2a4f')
    writeFileSync(broken.path('findings/other.json'), other.replaceAll('sg-0123456789abcdef0', 'sg-0aaaaaaaaaaaaaaaa'))
    expect((await broken.run(['plan', 'findings', '--simulate'])).code).toBe(3)
    broken.remove()
  })

  it('shows guides of what a person has to do', async () => {
    const text = readFileSync(shell.path('findings/ec2.2.json'), 'utf8').replaceAll('EC2.2', 'IAM.6')
    writeFileSync(shell.path('findings/iam.6.json'), text)
    edit(shell, 'rules/starter.yaml', 'control: EC2.2', 'control: [EC2.2, IAM.6]')
    const { stdout } = await shell.run(['plan', 'findings', '--simulate'])
    expect(stdout).toContain('For a person\n  IAM.6  ')
    expect(stdout).toContain('      1. Sign in as the root user of account 123456789012.\n')
    expect(stdout).toContain('Plan: 1 to change, 1 for a person\n')
  })

  it('uses the whole catalogue without a project, and only shows', async () => {
    const empty = openShell()
    writeFileSync(empty.path('finding.json'), readFileSync(shell.path('findings/ec2.2.json')))
    writeFileSync(empty.path('w.yaml'), readFileSync(shell.path('world.yaml')))
    const { code, stdout } = await empty.run(['plan', 'finding.json', '--simulate', 'w.yaml'])
    expect(code).toBe(0)
    expect(stdout).toContain('mode `plan`: shown, not applied')
    empty.remove()
  })

  it.each([
    [
      'no world',
      ['plan', 'x.json', '--simulate', 'nope.yaml'],
      'redress: the world `nope.yaml` cannot be read (usage.input)\n  --simulate takes a file after it; write the findings before it\n',
    ],
    [
      'findings taken for a world',
      ['plan', '--simulate', 'x.json'],
      'redress: missing required argument `findings` (usage.option)\n  add --help to see what the command takes\n',
    ],
    [
      'a world that is no map',
      ['plan', 'x.json', '--simulate', 'list.json'],
      'redress: `list.json` is not a world (usage.input)\n  a world is a map of account, Region, service\n',
    ],
    [
      'a folder that cannot be written to',
      ['plan', 'x.json', '--simulate', 'world.yaml', '--out', 'no/plan.json'],
      'simulating on world.yaml\nredress: `no/plan.json` cannot be written (usage.input)\n  its folder must exist and be writable\n',
    ],
  ])('refuses %s with 2', async (_name, words, stderr) => {
    writeFileSync(shell.path('x.json'), readFileSync(shell.path('findings/ec2.2.json')))
    writeFileSync(shell.path('list.json'), '[]')
    expect(await shell.run(words)).toEqual({ code: 2, stdout: '', stderr })
  })

  it('tells the problems of a world by their places', async () => {
    writeFileSync(shell.path('bad.yaml'), '"123456789012": &a {}\n')
    const { code, stderr } = await shell.run(['plan', 'findings', '--simulate', 'bad.yaml'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^bad\.yaml:1:17 .* \(yaml\.anchor\)\n/)
  })
})
