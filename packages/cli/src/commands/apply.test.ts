import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outputSchemas } from '../output/index.js'
import { misfit } from '../testing/fits.js'
import { edit, openShell, openStarter, type Shell } from '../testing/run-command.js'

const simulated = ['apply', 'findings', '--simulate']

describe('redress apply', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await openStarter()
  })
  afterEach(() => shell.remove())

  const rulesNow = () => {
    const world: unknown = JSON.parse(readFileSync(shell.path('.redress/world.json'), 'utf8'))
    return world
  }

  it('shows the plan, acts, tells how to take it back, and keeps the world', async () => {
    const { code, stdout } = await shell.run([...simulated, '--yes'])
    expect(code).toBe(0)
    expect(stdout).toContain('Plan: 1 to change\n')
    expect(stdout).toMatch(/^ {2}applied {3}revoke all rules of security group sg-0123456789abcdef0$/m)
    expect(stdout).toContain('Run run-1: 1 applied\ntake it back: redress undo run-1 --simulate\n')
    expect(rulesNow()).toMatchObject({
      '123456789012': { 'eu-west-1': { ec2: { securityGroups: { 'sg-0123456789abcdef0': { rules: [] } } } } },
    })
    const again = await shell.run([...simulated, '--yes'])
    expect(again.stdout).toContain('noop:ALREADY_COMPLIANT')
    expect(again.code).toBe(0)
  })

  it('prints what came of it as JSON, with nothing else on stdout', async () => {
    const { stdout } = await shell.run([...simulated, '--yes', '--json'])
    expect(misfit(outputSchemas.apply, stdout)).toBeNull()
    expect(JSON.parse(stdout)).toMatchObject({ runId: 'run-1', outcomes: [{ outcome: 'applied', code: 'OK' }] })
  })

  it.each([
    ['y\n', 0, 'applied'],
    ['YES\n', 0, 'applied'],
    ['n\n', 1, null],
    ['\n', 1, null],
    ['', 1, null],
    ['yep\n', 1, null],
  ])('asks on a terminal: %j', async (stdin, code, outcome) => {
    const ran = await shell.run(simulated, { terminal: true, stdin, env: { NO_COLOR: '1' } })
    expect(ran.code).toBe(code)
    expect(ran.stderr).toContain('apply 1 change in 1 account in the simulation? [y/N] ')
    if (outcome === null) expect(ran.stderr).toContain('nothing was changed\n')
    else expect(ran.stdout).toContain(outcome)
    expect(existsSync(shell.path('.redress/world.json'))).toBe(outcome !== null)
  })

  it('does not act without a terminal and without --yes', async () => {
    const { code, stderr } = await shell.run(simulated)
    expect(code).toBe(2)
    expect(stderr).toContain(
      'redress: there is no terminal to ask on (usage.option)\n  add --yes to go on without being asked\n',
    )
    expect(existsSync(shell.path('.redress/world.json'))).toBe(false)
  })

  it('only shows what the project holds back, and says how to change that', async () => {
    edit(shell, 'redress.yaml', 'mode: apply', 'mode: plan')
    const { code, stdout, stderr } = await shell.run([...simulated, '--yes'])
    expect(code).toBe(0)
    expect(stdout).toContain('skipped:PLAN_ONLY')
    expect(stderr).toContain('to apply what was only shown, set `mode: apply` in redress.yaml and in the rule\n')
  })

  it('applies a plan that was written before', async () => {
    await shell.run(['plan', 'findings', '--simulate', '--out', 'plan.json'])
    const { code, stdout } = await shell.run(['apply', '--plan', 'plan.json', '--simulate', '--yes'])
    expect(code).toBe(0)
    expect(stdout).toContain('1 applied')
  })

  it('refuses a plan that was changed by hand or made with other rules', async () => {
    await shell.run(['plan', 'findings', '--simulate', '--out', 'plan.json'])
    const text = readFileSync(shell.path('plan.json'), 'utf8')
    writeFileSync(shell.path('forged.json'), text.replaceAll('sg-0123456789abcdef0', 'sg-0fedcba9876543210'))
    const forged = await shell.run(['apply', '--plan', 'forged.json', '--simulate', '--yes'])
    expect(forged.code).toBe(1)
    expect(forged.stderr).toMatch(/redress: .* \(plan\.stale\)\n/)
    edit(shell, 'rules/starter.yaml', 'title: Close', 'title: Shut')
    const stale = await shell.run(['apply', '--plan', 'plan.json', '--simulate', '--yes'])
    expect([stale.code, stale.stderr.includes('(plan.stale)')]).toEqual([1, true])
    expect(existsSync(shell.path('.redress/world.json'))).toBe(false)
  })

  it('waits for an approval of the exact change, by its id', async () => {
    edit(shell, 'rules/starter.yaml', 'mode: apply', 'mode: approve')
    const waiting = await shell.run([...simulated, '--yes', '--json'])
    expect(JSON.parse(waiting.stdout)).toMatchObject({ outcomes: [{ outcome: 'deferred', code: 'APPROVAL_REQUIRED' }] })
    const id: unknown = JSON.parse(waiting.stdout).outcomes[0].change
    expect(waiting.stderr).toContain(`to approve, name the changes by their ids: --approve ${id}\n`)
    const wrong = await shell.run([...simulated, '--yes', '--approve', '1-000000'])
    expect([wrong.code, wrong.stderr.includes('the plan has no change `1-000000` (usage.option)')]).toEqual([2, true])
    expect((await shell.run([...simulated, '--yes', '--approve', String(id)])).stdout).toContain('1 applied')
  })

  it('stops when the kill switch is set', async () => {
    await shell.run([...simulated, '--yes', '--json'])
    await shell.run(['undo', 'last', '--simulate'])
    writeFileSync(shell.path('.redress/stop'), '')
    const { code, stdout } = await shell.run([...simulated, '--yes', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ outcomes: [{ outcome: 'refused', code: 'STOPPED' }] })
  })

  it.each([
    [
      'findings and a plan',
      ['apply', 'findings', '--plan', 'plan.json'],
      'redress: give findings or --plan, not both (usage.option)\n',
    ],
    [
      'neither',
      ['apply'],
      'redress: give findings or --plan (usage.option)\n  `redress apply findings/` or `redress apply --plan plan.json`\n',
    ],
    [
      'a plan that is not there',
      ['apply', '--plan', 'no.json', '--simulate'],
      'simulating on world.yaml\nredress: the plan `no.json` cannot be read (usage.input)\n  write one with `redress plan --out`\n',
    ],
    [
      'a plan that is no JSON',
      ['apply', '--plan', 'README.md', '--simulate'],
      'simulating on world.yaml\nredress: `README.md` is not a plan (usage.input)\n  write one with `redress plan --out`\n',
    ],
  ])('refuses %s with 2', async (_name, words, stderr) => {
    expect(await shell.run(words)).toEqual({ code: 2, stdout: '', stderr })
  })

  it('needs a project, for without one there is no scope', async () => {
    const empty = openShell()
    writeFileSync(empty.path('x.json'), '{}')
    const { code, stderr } = await empty.run(['apply', 'x.json', '--yes'])
    expect([code, stderr.includes('there is no redress.yaml in ')]).toEqual([2, true])
    empty.remove()
  })
})
