import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outputSchemas } from '../output/index.js'
import { misfit } from '../testing/fits.js'
import { openShell, type Shell } from '../testing/run-command.js'

describe('redress catalog', () => {
  let shell: Shell
  beforeEach(() => {
    shell = openShell()
  })
  afterEach(() => shell.remove())

  it('lists playbooks without a project', async () => {
    expect(await shell.run(['catalog', 'list', 'ec2'])).toEqual({
      code: 0,
      stdout: `ID        HOW        IMPACT      TITLE
EC2.2     automatic  disruptive  VPC default security groups should not allow inbound or outbound traffic

1 playbook, 1 automatic (catalogue 1.0.0)
`,
      stderr: '',
    })
  })

  it('says so when nothing begins like that', async () => {
    expect(await shell.run(['catalog', 'list', 'EC3.2'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'redress: no playbook begins with `EC3.2` (usage.option)\n  did you mean `EC2.2`?\n',
    })
  })

  it('shows a playbook whole, however its id is cased', async () => {
    const { code, stdout } = await shell.run(['catalog', 'show', 'iam.6'])
    expect(code).toBe(0)
    expect(stdout).toContain('IAM.6  Hardware MFA should be enabled for the root user\n')
    expect(stdout).toContain('  2.  Assign a hardware MFA device.\n')
    expect(stdout).toContain('False positives\n  - The account has no root credentials.\n')
  })

  it('names the requirements that a control answers', async () => {
    expect((await shell.run(['catalog', 'show', 'EC2.2'])).stdout).toContain(
      '  - CIS AWS Foundations Benchmark v1.4.0: 5.3\n',
    )
  })

  it('prints JSON', async () => {
    expect(misfit(outputSchemas['catalog-list'], (await shell.run(['catalog', 'list', '--json'])).stdout)).toBeNull()
    expect(
      misfit(outputSchemas['catalog-show'], (await shell.run(['catalog', 'show', 'EC2.2', '--json'])).stdout),
    ).toBeNull()
  })

  it.each([
    [['catalog', 'show', 'EC2.3'], 'redress: there is no playbook `EC2.3` (usage.option)\n  did you mean `EC2.2`?\n'],
    [['catalog', 'lst'], 'redress: unknown command `lst` (usage.option)\n  did you mean `list`?\n'],
    [['catalog'], 'redress: no command was given (usage.option)\n  add --help to see the commands\n'],
  ])('refuses %j', async (words, stderr) => {
    expect(await shell.run(words)).toEqual({ code: 2, stdout: '', stderr })
  })
})
