import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openShell, openStarter, type Shell } from './testing/run-command.js'

describe('redress', () => {
  let shell: Shell
  beforeEach(() => {
    shell = openShell()
  })
  afterEach(() => shell.remove())

  it('shows all commands without a word and with --help', async () => {
    const help = await shell.run(['--help'])
    expect(help.code).toBe(0)
    expect(await shell.run([])).toEqual(help)
    for (const name of [
      'init',
      'check',
      'build',
      'test',
      'decide',
      'explain',
      'plan',
      'apply',
      'undo',
      'history',
      'catalog',
    ]) {
      expect(help.stdout).toMatch(new RegExp(`^  ${name} .*[a-z]`, 'm'))
    }
  })

  it.each([
    'init',
    'check',
    'build',
    'test',
    'decide',
    'explain',
    'plan',
    'apply',
    'undo',
    'history',
    'catalog list',
    'catalog show',
  ])('helps with %s and gives examples that start with it', async (name) => {
    const { code, stdout } = await shell.run([...name.split(' '), '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('--json')
    const lines = stdout
      .slice(stdout.indexOf('Examples:\n'))
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.every((line) => line.includes(`redress ${name}`))).toBe(true)
  })

  it('shows its version', async () => {
    expect(await shell.run(['--version'])).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' })
  })

  it.each([
    [['plna'], 'redress: unknown command `plna` (usage.option)\n  did you mean `plan`?\n'],
    [['frobnicate'], 'redress: unknown command `frobnicate` (usage.option)\n  `redress --help` lists the commands\n'],
    [['plan', 'x', '--jsn'], 'redress: unknown option `--jsn` (usage.option)\n  did you mean `--json`?\n'],
    [['undo'], 'redress: missing required argument `run` (usage.option)\n  add --help to see what the command takes\n'],
    [
      ['plan', 'x', '--out'],
      'redress: option `--out <plan.json>` argument missing (usage.option)\n  add --help to see what the command takes\n',
    ],
    [
      ['undo', 'a', 'b'],
      'redress: too many arguments for `undo`. Expected 1 argument but got 2 (usage.option)\n  add --help to see what the command takes\n',
    ],
    [['--json'], 'redress: no command was given (usage.option)\n  add --help to see the commands\n'],
  ])('refuses %j in one line with a hint, and with 2', async (words, stderr) => {
    expect(await shell.run(words)).toEqual({ code: 2, stdout: '', stderr })
  })

  it('takes shared options before and after the command', async () => {
    const after = await shell.run(['catalog', 'list', '--json'])
    expect(await shell.run(['--json', 'catalog', 'list'])).toEqual(after)
  })

  it('colours on a terminal only, and never against the user’s wish', async () => {
    const start = '\u001b['
    const terminal = { terminal: true }
    expect((await shell.run(['catalog', 'list'], terminal)).stdout).toContain(start)
    expect((await shell.run(['catalog', 'list'])).stdout).not.toContain(start)
    expect((await shell.run(['catalog', 'list', '--no-color'], terminal)).stdout).not.toContain(start)
    expect((await shell.run(['catalog', 'list'], { ...terminal, env: { NO_COLOR: '1' } })).stdout).not.toContain(start)
    expect((await shell.run(['plna', '--no-color'], terminal)).stderr).not.toContain(start)
  })

  it('shows stacks with --debug only', async () => {
    const broken = openShell({ loadCatalog: () => Promise.reject(new Error('disk on fire\nat once')) })
    const short = await broken.run(['catalog', 'list'])
    expect(short).toEqual({
      code: 1,
      stdout: '',
      stderr: 'redress: something unexpected went wrong: disk on fire\n  add --debug to see where\n',
    })
    expect((await broken.run(['catalog', 'list', '--debug'])).stderr).toMatch(/disk on fire\nat once\n +at /)
    broken.remove()
  })

  it('works in any folder with --project', async () => {
    const starter = await openStarter()
    expect(await shell.run(['check', '--project', starter.folder])).toMatchObject({ code: 0 })
    starter.remove()
  })
})
