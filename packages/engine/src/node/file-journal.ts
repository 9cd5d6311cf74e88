/**
 * A journal in a file: one JSON record a line, on disk before an append resolves.
 *
 * A crash may leave half a last line. It was never confirmed to anyone, so reading ignores it and the next append
 * cuts it off. One process at a time may append; it holds `<file>.lock` from its first append to the run's end.
 */
import { type FileHandle, mkdir, open, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { JournalRecord, JournalStore } from '../contracts/journal.js'
import { isJournalRecord } from '../contracts/journal-schema.js'
import { RedressError } from '../contracts/problem.js'
import { type Lock, takeLock } from './lock-file.js'

/** What a journal in a file may be given. */
export interface FileJournalOptions {
  /** Told about half a last line; without it nothing is said. */
  readonly warn?: (message: string) => void
}

interface Opened {
  readonly file: FileHandle
  readonly lock: Lock
  /** Length up to which the file is ours and complete. */
  size: number
  /** Hash of the last record; `null` for an empty file, or for a last line that is no record. */
  head: string | null
}

const newline = 10

/** The file and its folder are made by the first append; a file that is not there reads as empty. */
export function fileJournal(path: string, { warn = () => {} }: FileJournalOptions = {}): JournalStore {
  let opened: Opened | null = null

  async function openForAppend(): Promise<Opened> {
    await mkdir(dirname(path), { recursive: true })
    const lock = await takeLock(`${path}.lock`)
    try {
      const file = await open(path, 'a')
      const bytes = await readFile(path)
      const size = completeLength(bytes)
      await file.truncate(size)
      return { file, lock, size, head: lastHash(bytes.subarray(0, size)) }
    } catch (error) {
      await lock.release()
      throw error
    }
  }

  async function release(): Promise<void> {
    const closing = opened
    opened = null
    await closing?.file.close()
    await closing?.lock.release()
  }

  async function append(record: JournalRecord): Promise<void> {
    opened ??= await openForAppend()
    const { file, lock, size, head } = opened
    if (!(await lock.isHeld()) || !(await isStill(path, file, size))) {
      throw new Error('another process has written, moved or deleted it')
    }
    if (head !== null && record.prevHash !== head) throw new Error('another run has written it')
    const line = Buffer.from(`${JSON.stringify(record)}\n`)
    await file.appendFile(line)
    await file.datasync()
    opened.size += line.length
    opened.head = record.hash
  }

  return {
    append: (record) =>
      append(record).catch(async (error: unknown) => {
        await release().catch(() => undefined)
        const message = error instanceof Error ? error.message : String(error)
        throw new RedressError('journal.unwritable', `the journal \`${path}\` cannot be written: ${message}`, {
          cause: error,
        })
      }),
    async *read() {
      const bytes = await readIfThere(path)
      const length = completeLength(bytes)
      if (length < bytes.length) warn(`\`${path}\` ends in half a record, which is ignored`)
      const lines = new TextDecoder().decode(bytes.subarray(0, length)).split('\n').slice(0, -1)
      for (const [index, line] of lines.entries()) yield parseLine(line, path, index + 1)
    },
    release,
  }
}

/** False when the file at the path is another one by now, or not as long as we left it. */
async function isStill(path: string, file: FileHandle, size: number): Promise<boolean> {
  const [ours, there] = await Promise.all([file.stat(), stat(path).catch(() => null)])
  return there !== null && there.ino === ours.ino && there.dev === ours.dev && ours.size === size
}

/** What is no record is found out, and told with its line, by whoever reads. */
function lastHash(bytes: Uint8Array): string | null {
  const start = bytes.lastIndexOf(newline, bytes.length - 2) + 1
  const record = parsed(new TextDecoder().decode(bytes.subarray(start)))
  return isJournalRecord(record) ? record.hash : null
}

function completeLength(bytes: Uint8Array): number {
  return bytes.lastIndexOf(newline) + 1
}

async function readIfThere(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Uint8Array()
    throw error
  }
}

function parseLine(line: string, path: string, number: number): JournalRecord {
  const json = parsed(line)
  if (isJournalRecord(json)) return json
  throw new RedressError('journal.broken', `line ${number} of \`${path}\` is no record`, {
    hint: 'find out who changed the journal; keep it and start a new one to go on',
  })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
