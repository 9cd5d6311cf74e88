import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinActions as actions } from '@redress/actions/all'
import { loadBundle } from '@redress/engine/bundled'
import { loadProjectFolder } from '@redress/engine/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outputSchemas } from '../output/index.js'
import { misfit } from '../testing/fits.js'
import { edit, openShell, openStarter, type Shell } from '../testing/run-command.js'
import { smallCatalog as catalog } from '../testing/small-catalog.js'

describe('redress build', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await openStarter()
  })
  afterEach(() => shell.remove())

  const addWebhook = () =>
    edit(
      shell,
      'redress.yaml',
      'mode: apply',
      'mode: apply\nchannels: { chat: { type: slack, url: "https://example.com/hook" } }',
    )

  it('writes a bundle into the project that loads as the project does', async () => {
    const { code, stdout, stderr } = await shell.run(['build'])
    const project = await loadProjectFolder(shell.folder, { catalog, actions })
    const text = readFileSync(shell.path('bundle.json'), 'utf8')
    expect(await loadBundle(text, { actions })).toMatchObject({ hash: project.hash, project: project.project })
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `bundle.json: 1 rule, 1 exception, 2 playbooks, ${(text.length / 1024).toFixed(0)} KiB\nhash ${project.hash}\n`,
      stderr: '',
    })
  })

  it('writes where it is told to, and prints JSON', async () => {
    mkdirSync(shell.path('dist'))
    const { code, stdout } = await shell.run(['build', '--out', 'dist/rules.json', '--json'])
    expect(code).toBe(0)
    expect(misfit(outputSchemas.build, stdout)).toBeNull()
    const bytes = readFileSync(shell.path('dist/rules.json')).length
    expect(JSON.parse(stdout)).toMatchObject({ file: 'dist/rules.json', bytes, rules: 1, exceptions: 1, playbooks: 2 })
    expect(existsSync(shell.path('bundle.json'))).toBe(false)
  })

  it('says that the bundle holds secrets', async () => {
    addWebhook()
    const { code, stderr } = await shell.run(['build'])
    expect(code).toBe(0)
    expect(stderr).toBe('note: it holds secrets of the project, such as the URL of a webhook\n')
  })

  it.each([
    ['a problem', 'rules/starter.yaml', 'control: EC2.2', 'contrl: EC2.2', /`contrl`.* \(rules\.unknown-field\)/],
    [
      'an exception that has expired',
      'exceptions/accepted-risks.yaml',
      /expires: .*/,
      'expires: 2026-01-31',
      /expired/,
    ],
  ])('builds nothing of a project with %s, and exits with 1', async (_, file, from, to, message) => {
    writeFileSync(shell.path(file), readFileSync(shell.path(file), 'utf8').replace(from, to))
    const { code, stdout, stderr } = await shell.run(['build'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/^redress: the project is not built: 1 problem$/m)
    expect(existsSync(shell.path('bundle.json'))).toBe(false)
  })

  it('builds nothing without a rule, and exits with 1', async () => {
    rmSync(shell.path('rules'), { recursive: true })
    rmSync(shell.path('tests'), { recursive: true })
    expect(await shell.run(['build'])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'redress: the project has no rules, so there is nothing to build\n  write one in rules/, or have one written by `redress init --from finding.json`\n',
    })
  })

  it('refuses a folder that is no project, and a file that cannot be written, with 2', async () => {
    const empty = openShell()
    expect((await empty.run(['build'])).code).toBe(2)
    empty.remove()
    const { code, stderr } = await shell.run(['build', '--out', 'nowhere/bundle.json'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/`nowhere\/bundle\.json` cannot be written \(usage\.input\)/)
  })
})
