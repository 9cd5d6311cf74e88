import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outputSchemas } from '../output/index.js'
import { misfit } from '../testing/fits.js'
import { edit, openShell, openStarter, type Shell } from '../testing/run-command.js'

describe('redress test', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await openStarter()
  })
  afterEach(() => shell.remove())

  it('runs the cases and names each', async () => {
    expect(await shell.run(['test'])).toEqual({
      code: 0,
      stdout:
        'tests/starter.test.yaml\n  ok    an open default group in a sandbox is emptied\n  ok    a suppressed finding is left alone\n2 cases passed\n',
      stderr: '',
    })
  })

  it('tells what differs and exits with 1', async () => {
    edit(shell, 'tests/starter.test.yaml', 'expect: { skipped: workflow }', 'expect: { skipped: record }')
    const { code, stdout } = await shell.run(['test'])
    expect(code).toBe(1)
    expect(stdout).toContain('  FAIL  a suppressed finding is left alone (line 20)\n')
    expect(stdout).toContain('1 case passed, 1 failed\n')
  })

  it('prints JSON and writes JUnit XML', async () => {
    const { stdout } = await shell.run(['test', '--json', '--junit', 'out.xml'])
    expect(misfit(outputSchemas.test, stdout)).toBeNull()
    expect(JSON.parse(stdout)).toMatchObject({ passed: 2, failed: 0 })
    expect(readFileSync(shell.path('out.xml'), 'utf8')).toContain('<testsuites tests="2" failures="0">')
  })

  it('runs only the tests that it is given', async () => {
    writeFileSync(shell.path('tests/other.test.yaml'), readFileSync(shell.path('tests/starter.test.yaml')))
    expect((await shell.run(['test', 'tests/other.test.yaml'])).stdout).toContain('2 cases passed')
    expect((await shell.run(['test'])).stdout).toContain('4 cases passed')
  })

  it('refuses a JUnit file that cannot be written', async () => {
    expect(await shell.run(['test', '--junit', 'no/out.xml'])).toMatchObject({
      code: 2,
      stderr: 'redress: `no/out.xml` cannot be written (usage.input)\n  its folder must exist and be writable\n',
    })
  })

  it('refuses a project that does not load, with its problems', async () => {
    edit(shell, 'rules/starter.yaml', 'control: EC2.2', 'contrl: EC2.2')
    const { code, stdout, stderr } = await shell.run(['test'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(
      /^rules\/starter\.yaml:8:7 .*\n.*\nredress: the project does not load: 1 problem \(rules\.unknown-field\)/,
    )
  })
})

describe('redress test with findings of a project’s own', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await openStarter()
  })
  afterEach(() => shell.remove())

  it.each([
    ['in fixtures/, by name', 'fixtures/own/group.json', 'own/group'],
    ['beside the test', 'tests/group.json', 'group.json'],
    ['from beside the test upwards', 'findings/group.json', '../findings/group.json'],
    ['from the top of the project', 'findings/group.json', 'findings/group.json'],
  ])('takes one %s', async (_name, file, named) => {
    const starter = /finding: (\S+)/.exec(readFileSync(shell.path('tests/starter.test.yaml'), 'utf8'))?.[1] ?? ''
    const finding = readFileSync(shell.path(starter), 'utf8')
    mkdirSync(shell.path(file, '..'), { recursive: true })
    writeFileSync(shell.path(file), finding)
    edit(shell, 'tests/starter.test.yaml', `finding: ${starter}`, `finding: ${named}`)
    expect(await shell.run(['test'])).toMatchObject({ code: 0, stderr: '' })
  })

  it('names those that there are where a name is wrong', async () => {
    const starter = /finding: (\S+)/.exec(readFileSync(shell.path('tests/starter.test.yaml'), 'utf8'))?.[1] ?? ''
    edit(shell, 'tests/starter.test.yaml', `finding: ${starter}`, 'finding: no/such')
    const { code, stdout } = await shell.run(['test'])
    expect(code).toBe(1)
    expect(stdout).toContain('        there is no fixture `no/such`\n')
  })

  it('refuses one that is not JSON', async () => {
    mkdirSync(shell.path('fixtures'))
    writeFileSync(shell.path('fixtures/broken.json'), '{')
    expect(await shell.run(['test'])).toMatchObject({
      code: 2,
      stderr: `redress: the finding \`${shell.path('fixtures/broken.json')}\` is not JSON (usage.input)\n`,
    })
  })
})

describe('redress test on a folder of playbooks', () => {
  let shell: Shell
  beforeEach(() => {
    shell = openShell({ loadCatalog: () => Promise.reject(new Error('the installed catalogue is not asked')) })
    const catalog = fileURLToPath(new URL('../../../../catalog/', import.meta.url))
    for (const name of ['playbooks/s3', 'playbooks/kms', 'fixtures']) {
      cpSync(`${catalog}${name}`, shell.path('catalog', name), { recursive: true })
    }
  })
  afterEach(() => shell.remove())

  it('runs its tests with its own fixtures, without a project', async () => {
    const { code, stdout, stderr } = await shell.run(['test', 'catalog/playbooks/kms'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^catalog\/playbooks\/kms\/KMS\.4\.test\.yaml\n {2}ok /)
    expect(stdout).not.toContain('S3.8')
  })

  it('takes one test file, and the whole folder', async () => {
    const one = await shell.run(['test', 'catalog/playbooks/s3/S3.8.test.yaml'])
    const all = await shell.run(['test', 'catalog'])
    expect([one.code, all.code]).toEqual([0, 0])
    expect(one.stdout.match(/\.test\.yaml/g)).toHaveLength(1)
    expect(all.stdout.match(/\.test\.yaml/g)).toHaveLength(6)
  })

  it('is checked as well, with places as the terminal opens them', async () => {
    expect(await shell.run(['check', 'catalog'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('6 playbooks'),
    })
    edit(shell, 'catalog/playbooks/kms/KMS.4.yaml', 'use: kms.enable-key-rotation', 'use: kms.enable-key-rotatio')
    const { code, stdout } = await shell.run(['check', 'catalog/playbooks/kms'])
    expect(code).toBe(1)
    expect(stdout).toContain('catalog/playbooks/kms/KMS.4.yaml:')
    expect(stdout).toContain('did you mean `kms.enable-key-rotation`?')
  })

  it('still wants a project where there are no playbooks either', async () => {
    expect(await shell.run(['test'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`there is no redress.yaml in \`${shell.folder}\``),
    })
  })
})
