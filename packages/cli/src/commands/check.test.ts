import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outputSchemas } from '../output/index.js'
import { misfit } from '../testing/fits.js'
import { edit, openShell, openStarter, type Shell } from '../testing/run-command.js'

describe('redress check', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await openStarter()
  })
  afterEach(() => shell.remove())

  it('prints every problem with its place and exits with 1', async () => {
    edit(shell, 'rules/starter.yaml', 'control: EC2.2', 'contrl: EC2.2')
    edit(shell, 'exceptions/accepted-risks.yaml', 'owner:', 'ownr:')
    const { code, stdout } = await shell.run(['check'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^exceptions\/accepted-risks\.yaml:\d+:\d+ .+ \([a-z.-]+\)$/m)
    expect(stdout).toMatch(
      /^rules\/starter\.yaml:8:7 .*`contrl`.* \(rules\.unknown-field\)\n {2}did you mean `control`\?$/m,
    )
    expect(stdout).toMatch(/\d problems \(/)
  })

  it('reports only on the paths that it is given, as seen from the working directory', async () => {
    edit(shell, 'rules/starter.yaml', 'control: EC2.2', 'contrl: EC2.2')
    expect(await shell.run(['check', 'exceptions'])).toMatchObject({ code: 0 })
    expect(await shell.run(['check', 'rules/starter.yaml'])).toMatchObject({ code: 1 })
  })

  it('prints JSON by either option', async () => {
    edit(shell, 'rules/starter.yaml', 'control: EC2.2', 'contrl: EC2.2')
    const { stdout, code } = await shell.run(['check', '--json'])
    expect(code).toBe(1)
    expect(misfit(outputSchemas.check, stdout)).toBeNull()
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [
        {
          file: 'rules/starter.yaml',
          line: 8,
          column: 7,
          code: 'rules.unknown-field',
          hint: 'did you mean `control`?',
        },
      ],
    })
    expect((await shell.run(['check', '--format', 'json'])).stdout).toBe(stdout)
  })

  it('prints annotations for GitHub and nothing else', async () => {
    expect(await shell.run(['check', '--format', 'github'])).toEqual({ code: 0, stdout: '', stderr: '' })
    edit(shell, 'rules/starter.yaml', 'control: EC2.2', 'contrl: EC2.2')
    expect((await shell.run(['check', '--format', 'github'])).stdout).toMatch(
      /^::error file=rules\/starter\.yaml,line=8,col=7,title=rules\.unknown-field::.*%0Adid you mean `control`\?\n$/,
    )
  })

  it.each([
    [
      ['check', '--project', 'nowhere'],
      /there is no redress\.yaml in `.*nowhere` \(usage\.option\)\n {2}go to a project/,
    ],
    [['check', 'nowhere'], /`nowhere` does not exist \(usage\.input\)/],
    [
      ['check', '--format', 'sarf'],
      /option `--format <format>` argument `sarf` is invalid\. Allowed choices are text, json, github/,
    ],
    [['check', '..'], /is outside of the project/],
  ])('refuses %j with 2', async (words, message) => {
    const ran = await shell.run(words)
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(message)
  })

  it('needs a project', async () => {
    const empty = openShell()
    expect((await empty.run(['check'])).code).toBe(2)
    empty.remove()
  })
})
