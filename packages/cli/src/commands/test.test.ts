import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outputSchemas } from '../output/index.js'
import { misfit } from '../testing/fits.js'
import { edit, openStarter, type Shell } from '../testing/run-command.js'

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
    expect(stdout).toContain('  FAIL  a suppressed finding is left alone (line ')
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
