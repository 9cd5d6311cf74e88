/**
 * A lock that one process on this machine holds: a file with its process id, made only if there is none.
 *
 * A lock whose process is gone is taken over. Process ids mean nothing across machines, so a journal on a shared
 * disk needs a store with locks of its own.
 */
import { randomUUID } from 'node:crypto'
import { readFile, rename, unlink, writeFile } from 'node:fs/promises'

export interface Lock {
  /** False when another process took it over, believing this one gone. */
  isHeld(): Promise<boolean>
  release(): Promise<void>
}

/** Rejects when a living process holds the lock; it does not wait. */
export async function takeLock(path: string): Promise<Lock> {
  const mine = `${process.pid} ${randomUUID()}\n`
  if (!(await tryWrite(path, mine))) {
    await removeStale(path)
    if (!(await tryWrite(path, mine))) throw new Error(`another process holds the lock \`${path}\``)
  }
  const isHeld = async () => (await tryRead(path)) === mine
  return {
    isHeld,
    async release() {
      if (await isHeld()) await unlink(path)
    },
  }
}

async function tryWrite(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function tryRead(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Rejects when the holder is alive. Renaming first makes sure that only one of several takes the stale lock away. */
async function removeStale(path: string): Promise<void> {
  const text = await tryRead(path)
  if (text === null) return
  const pid = Number.parseInt(text, 10)
  if (Number.isNaN(pid)) throw new Error(`the lock \`${path}\` names no process; delete it if nothing is running`)
  if (isAlive(pid)) throw new Error(`process ${pid} holds the lock \`${path}\``)
  const aside = `${path}.${randomUUID()}`
  await rename(path, aside).catch(() => undefined)
  await unlink(aside).catch(() => undefined)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}
