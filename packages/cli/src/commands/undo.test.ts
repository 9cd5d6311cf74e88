import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outputSchemas } from '../output/index.js'
import { misfit } from '../testing/fits.js'
import { openStarter, type Shell } from '../testing/run-command.js'

describe('redress undo', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await openStarter()
    await shell.run(['apply', 'findings', '--simulate', '--yes'])
  })
  afterEach(() => shell.remove())

  it('takes back the last run, exactly', async () => {
    const { code, stdout } = await shell.run(['undo', 'last', '--simulate'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ {2}undone .*\n\nRun .*: 1 undone\n$/m)
    const plan = await shell.run(['plan', 'findings', '--simulate'])
    expect(plan.stdout).toContain('Plan: 1 to change\n')
    expect(plan.stderr).toBe('simulating on .redress/world.json (without it, on world.yaml)\n')
  })

  it('prints JSON', async () => {
    const { stdout } = await shell.run(['undo', 'run-1', '--simulate', '--json'])
    expect(misfit(outputSchemas.undo, stdout)).toBeNull()
    expect(JSON.parse(stdout)).toMatchObject({ outcomes: [{ outcome: 'undone' }] })
  })

  it('asks on a terminal', async () => {
    const no = await shell.run(['undo', 'last', '--simulate'], { terminal: true, stdin: 'n\n', env: { NO_COLOR: '1' } })
    expect(no.code).toBe(1)
    expect(no.stderr).toContain('take back 1 change of the run of 2026-11-21 10:00 UTC? [y/N] nothing was changed\n')
  })

  it('finds nothing left to take back the second time', async () => {
    await shell.run(['undo', 'last', '--simulate'])
    expect(await shell.run(['undo', 'last', '--simulate'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        'there is no run to take back (usage.option)\n  `redress history` lists the runs\n',
      ),
    })
  })

  it('leaves alone what somebody changed since', async () => {
    const world = readFileSync(shell.path('.redress/world.json'), 'utf8')
    writeFileSync(
      shell.path('.redress/world.json'),
      world.replace('"rules": []', '"rules": [{ "protocol": "-1", "cidrIpv4": "192.0.2.0/24" }]'),
    )
    const { code, stdout } = await shell.run(['undo', 'last', '--simulate', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ outcomes: [{ outcome: 'refused', code: 'DRIFT' }] })
  })

  it('refuses a run that there is not', async () => {
    const { code, stderr } = await shell.run(['undo', 'run-9', '--simulate'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/redress: .*`run-9`.* \(run\.not-found\)\n/)
  })
})
