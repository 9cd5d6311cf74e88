import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outputSchemas } from '../output/index.js'
import { misfit } from '../testing/fits.js'
import { openShell, openStarter, type Shell } from '../testing/run-command.js'

describe('redress init', () => {
  let shell: Shell
  beforeEach(() => {
    shell = openShell()
  })
  afterEach(() => shell.remove())

  it('writes a project that checks and passes its tests', async () => {
    expect(await shell.run(['init', 'rules here'])).toMatchObject({
      code: 0,
      stderr: 'next: cd rules here && redress check && redress test\n',
    })
    expect(await shell.run(['check', '--project', 'rules here'])).toEqual({
      code: 0,
      stdout: 'no problems (1 rule, 1 exception, 0 playbooks)\n',
      stderr: '',
    })
    expect(await shell.run(['test', '--project', 'rules here'])).toMatchObject({ code: 0 })
  })

  it('tells what it wrote as JSON', async () => {
    const { stdout } = await shell.run(['init', 'new', '--json'])
    expect(misfit(outputSchemas.init, stdout)).toBeNull()
    expect(JSON.parse(stdout)).toMatchObject({
      folder: 'new',
      files: expect.arrayContaining(['redress.yaml', '.gitignore']),
    })
  })

  it('overwrites nothing and writes nothing when a file is in the way', async () => {
    writeFileSync(shell.path('world.yaml'), 'mine')
    expect(await shell.run(['init'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'redress: `world.yaml` is already in `.`; nothing was written (usage.option)\n  take an empty folder\n',
    })
    expect(readdirSync(shell.folder)).toEqual(['world.yaml'])
  })

  it('leads the whole way that its README tells', async () => {
    await shell.run(['init'])
    const readme = readFileSync(shell.path('README.md'), 'utf8')
    const commands = [...readme.matchAll(/^redress ([^#\n]+)/gm)].map(([, words = '']) => words.trim())
    expect(commands).toContain('undo last --simulate --yes')
    expect(readme.split('\n').length).toBeLessThan(30)
    const codes = await inTurn(commands, (words) => shell.run(words.split(' ')))
    expect(codes.map(({ code }) => code).slice(0, 3)).toEqual([0, 0, 0])
    const starter = await openStarter()
    const after = await inTurn(commands.slice(3), (words) => starter.run(words.split(' ')))
    starter.remove()
    expect(after.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(after[0]?.stdout).toContain('1 applied')
    expect(after[2]?.stdout).toContain('1 undone')
  })
})

describe('redress init --from', () => {
  it('writes a narrow rule and a test that passes, with the finding redacted', async () => {
    const shell = await openStarter()
    const finding: unknown = JSON.parse(readFileSync(shell.path('findings/ec2.2.json'), 'utf8'))
    const real = {
      ...Object(finding),
      Note: { Text: 'ask bob@corp.example', UpdatedBy: 'bob', UpdatedAt: '2025-06-01T00:00:00Z' },
    }
    writeFileSync(shell.path('real.json'), JSON.stringify(real))
    expect(await shell.run(['init', 'mine', '--from', 'real.json'])).toMatchObject({ code: 0 })
    const rule = readFileSync(shell.path('mine/rules/ec2-2-123456789012.yaml'), 'utf8')
    expect(rule).toContain('control: "EC2.2"\n      account: "123456789012"\n')
    expect(readFileSync(shell.path('mine/tests/fixtures/ec2-2-123456789012.json'), 'utf8')).not.toContain('bob')
    expect(await shell.run(['check', 'mine'])).toMatchObject({ code: 0 })
    expect(await shell.run(['test', 'mine'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 cases passed'),
    })
    shell.remove()
  })

  it('adds to a project that is there', async () => {
    const shell = await openStarter()
    expect(await shell.run(['init', '--from', 'findings/ec2.2.json'])).toMatchObject({
      code: 0,
      stdout:
        '+ rules/ec2-2-123456789012.yaml\n+ tests/ec2-2-123456789012.test.yaml\n+ tests/fixtures/ec2-2-123456789012.json\n',
    })
    shell.remove()
  })

  it('says when there is no finding', async () => {
    const shell = openShell()
    writeFileSync(shell.path('x.json'), '[]')
    expect(await shell.run(['init', '--from', 'x.json'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'redress: there is no finding in `x.json` (usage.input)\n',
    })
    shell.remove()
  })
})

async function inTurn<Item, Result>(items: readonly Item[], run: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await run(item))
  return results
}
