import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outputSchemas } from '../output/index.js'
import { misfit } from '../testing/fits.js'
import { openShell, openStarter, type Shell } from '../testing/run-command.js'

const group = 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123456789abcdef0'

describe('redress decide', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await openStarter()
  })
  afterEach(() => shell.remove())

  it('shows what each rule asks for', async () => {
    expect(await shell.run(['decide', 'findings'])).toEqual({
      code: 0,
      stdout: `EC2.2  VPC default security groups should not allow inbound or outbound traffic
  ${group}
  close-default-groups  ec2.revoke-security-group-rules  { groupId: sg-0123456789abcdef0, rules:    mode apply
                                                         all }

1 decision: 1 to act on
`,
      stderr: '',
    })
  })

  it('prints one decision per finding and target as JSON, also where no rule matches', async () => {
    const text = readFileSync(shell.path('findings/ec2.2.json'), 'utf8')
    const other = text.replaceAll('EC2.2', 'EC2.6').replace('6f1c2a4e', '6f1c2a4f')
    const ndjson = [text, other].map((one) => JSON.stringify(JSON.parse(one))).join('\n')
    const { code, stdout } = await shell.run(['decide', '-', '--json'], { stdin: `${ndjson}\nnot json\n` })
    expect(code).toBe(3)
    expect(misfit(outputSchemas.decide, stdout)).toBeNull()
    expect(JSON.parse(stdout)).toMatchObject({
      decisions: [
        {
          target: group,
          control: 'EC2.2',
          rules: ['close-default-groups'],
          steps: [{ use: 'ec2.revoke-security-group-rules' }],
          skipped: null,
        },
        { target: group, control: 'EC2.6', rules: [], steps: [], skipped: 'no-rule' },
      ],
      refused: [{ source: '-', position: 'line 3', code: 'finding.not-json' }],
    })
  })

  it('uses the whole catalogue where there is no project, and only to show', async () => {
    const empty = openShell()
    writeFileSync(empty.path('finding.json'), readFileSync(shell.path('findings/ec2.2.json')))
    const { code, stdout } = await empty.run(['decide', 'finding.json'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/catalog-ec2\.?-?2 .*mode plan/)
    empty.remove()
  })

  it('tells of findings that cannot be read on stderr, as the user named them', async () => {
    writeFileSync(shell.path('findings/bad.json'), '{"SchemaVersion": 1}')
    const { code, stderr } = await shell.run(['decide', 'findings'])
    expect(code).toBe(3)
    expect(stderr).toMatch(/^findings\/bad\.json .*\(finding\.[a-z-]+\)\n$/)
  })

  it.each([
    [
      'a file that is not there',
      ['decide', 'nope.json'],
      'redress: the findings `nope.json` cannot be read (usage.input)\n  give a file, a folder, or - for standard input\n',
    ],
    [
      'no findings',
      ['decide'],
      'redress: missing required argument `findings` (usage.option)\n  add --help to see what the command takes\n',
    ],
    [
      'no number of jobs',
      ['decide', 'findings', '--jobs', '0'],
      'redress: `--jobs 0` is not a number of threads (usage.option)\n  give a whole number from 1 to 64; more threads than processors make it no faster\n',
    ],
    [
      'a project that is none',
      ['decide', 'findings', '--project', 'findings'],
      expect.stringMatching(/there is no redress\.yaml in `.*findings` \(usage\.option\)\n/),
    ],
  ])('refuses %s with 2', async (_name, words, stderr) => {
    expect(await shell.run(words)).toEqual({ code: 2, stdout: '', stderr })
  })

  it('exits with 2 when nothing at all can be read', async () => {
    expect((await shell.run(['decide', '-'], { stdin: 'no' })).code).toBe(2)
  })
})
