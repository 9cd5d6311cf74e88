import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outputSchemas } from '../output/index.js'
import { misfit } from '../testing/fits.js'
import { edit, openStarter, type Shell } from '../testing/run-command.js'

describe('redress explain', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await openStarter()
  })
  afterEach(() => shell.remove())

  const words = ['explain', 'findings/ec2.2.json', '--rule', 'close-default-groups']

  it('tells clause by clause why a rule matches', async () => {
    const { code, stdout } = await shell.run(words, { columns: 140 })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ {2}control +EC2\.2 +EC2\.2 at Compliance\.SecurityControlId +holds$/m)
    expect(stdout).toMatch(/\nmatches\n$/)
  })

  it('names the first clause that fails and calls it a near miss', async () => {
    edit(shell, 'redress.yaml', '"123456789012"', '"111122223333"')
    const { stdout } = await shell.run(words, { columns: 140 })
    expect(stdout).toMatch(/^ {2}account .*123456789012 at AwsAccountId +fails, first to fail$/m)
    expect(stdout).toContain('does not match: a near miss: one clause does not hold, first `account`\n')
  })

  it('prints JSON', async () => {
    const { stdout } = await shell.run([...words, '--json'])
    expect(misfit(outputSchemas.explain, stdout)).toBeNull()
    expect(JSON.parse(stdout)).toMatchObject({
      explanations: [{ rule: 'close-default-groups', verdict: 'yes', missedBy: 0 }],
    })
  })

  it('knows playbooks and exceptions too', async () => {
    expect((await shell.run(['explain', 'findings', '--rule', 'EC2.2'])).code).toBe(0)
    expect((await shell.run(['explain', 'findings', '--rule', 'legacy-default-group'])).stdout).toContain(
      'does not match',
    )
  })

  it('suggests the id that was meant', async () => {
    expect(await shell.run(['explain', 'findings', '--rule', 'close-default-group'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'redress: there is no rule, exception or playbook `close-default-group` (usage.option)\n  did you mean `close-default-groups`?\n',
    })
  })

  it('wants a rule', async () => {
    expect(await shell.run(['explain', 'findings'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('required option `--rule <id>` not specified'),
    })
  })
})
