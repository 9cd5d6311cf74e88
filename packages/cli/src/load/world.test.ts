import { existsSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quiet } from '../testing/quiet-context.js'
import { openShell, type Shell } from '../testing/run-command.js'
import { openWorld, saveWorld } from './world.js'

describe('openWorld', () => {
  let shell: Shell
  beforeEach(() => {
    shell = openShell()
  })
  afterEach(() => shell.remove())

  const account = '111122223333'

  it('starts from world.yaml and goes on from what was saved', async () => {
    const { context, stderr } = quiet({ cwd: shell.folder })
    writeFileSync(shell.path('world.yaml'), `"${account}": { global: { s3: { buckets: { logs: {} } } } }\n`)
    const first = await openWorld(context, true)
    expect(first.state).toEqual({ [account]: { global: { s3: { buckets: { logs: {} } } } } })
    first.state[account] = {}
    expect(existsSync(shell.path('.redress'))).toBe(false)
    await saveWorld(context, first)
    expect((await openWorld(context, true)).state).toEqual({ [account]: {} })
    expect(stderr).toEqual([
      'simulating on world.yaml\n',
      'simulating on .redress/world.json (without it, on world.yaml)\n',
    ])
  })

  it('is at home in the first account of the world', async () => {
    writeFileSync(shell.path('w.yaml'), `"${account}": {}\n`)
    const world = await openWorld(quiet({ cwd: shell.folder }).context, 'w.yaml')
    expect(await world.aws.home()).toEqual({ account, partition: 'aws' })
  })

  it('says when there is none', async () => {
    await expect(openWorld(quiet({ cwd: shell.folder }).context, true)).rejects.toMatchObject({
      code: 'usage.option',
      message: `there is no world to simulate in \`${shell.folder}\``,
      hint: 'write a world.yaml, or name one: --simulate <world.yaml>',
    })
  })
})
