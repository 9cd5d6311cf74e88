import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outputSchemas } from '../output/index.js'
import { misfit } from '../testing/fits.js'
import { edit, openStarter, type Shell } from '../testing/run-command.js'

describe('redress history', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await openStarter()
    await shell.run(['apply', 'findings', '--simulate', '--yes'])
  })
  afterEach(() => shell.remove())

  it('lists runs, newest first, with what came of them', async () => {
    await shell.run(['undo', 'last', '--simulate'])
    const { code, stdout } = await shell.run(['history', '--simulate', '--json'])
    expect(code).toBe(0)
    expect(misfit(outputSchemas.history, stdout)).toBeNull()
    expect(JSON.parse(stdout)).toMatchObject({
      runs: [
        { runId: 'run-2', mode: 'undo' },
        { runId: 'run-1', mode: 'apply', counts: { applied: 1 }, undone: 1, at: '2026-11-21T10:00:00.000Z' },
      ],
    })
    expect((await shell.run(['history', '--simulate'])).stdout).toMatch(
      /^run-1 +2026-11-21 10:00 UTC +apply +1 applied +1$/m,
    )
  })

  it('keeps simulations apart from real runs', async () => {
    expect(await shell.run(['history'])).toEqual({ code: 0, stdout: '', stderr: 'no run is in the journal yet\n' })
  })

  it('takes another journal', async () => {
    const journal = shell.path('.redress/simulated-journal.jsonl')
    expect((await shell.run(['history', '--journal', journal])).stdout).toContain('run-1')
  })

  it('works when the rules do not', async () => {
    edit(shell, 'rules/starter.yaml', 'control: EC2.2', 'contrl: EC2.2')
    expect((await shell.run(['history', '--simulate'])).code).toBe(0)
  })
})
