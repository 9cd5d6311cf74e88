import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeLock } from './lock-file.js'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'))
  path = join(folder, 'lock')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The id of a process that has ended. */
const ended = () => spawnSync(process.execPath, ['--version']).pid

describe('takeLock', () => {
  it('is held by one until it is released', async () => {
    const lock = await takeLock(path)
    expect(await lock.isHeld()).toBe(true)
    await expect(takeLock(path)).rejects.toThrow(`process ${process.pid} holds the lock \`${path}\``)
    await lock.release()
    await (await takeLock(path)).release()
    expect(await readdir(folder)).toEqual([])
  })

  it('takes over the lock of a process that has ended', async () => {
    await writeFile(path, `${ended()} x\n`)
    const lock = await takeLock(path)
    expect(await lock.isHeld()).toBe(true)
    expect(await readdir(folder)).toEqual(['lock'])
  })

  it('does not take over a lock that names no process', async () => {
    await writeFile(path, '')
    await expect(takeLock(path)).rejects.toThrow(
      `the lock \`${path}\` names no process; delete it if nothing is running`,
    )
  })

  it('leaves alone a lock that another has taken over', async () => {
    const lock = await takeLock(path)
    await writeFile(path, `${process.pid} other\n`)
    expect(await lock.isHeld()).toBe(false)
    await lock.release()
    expect(await readdir(folder)).toEqual(['lock'])
  })
})
