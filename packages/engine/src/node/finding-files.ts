/** The files that hold findings, below paths that a person gave. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { RedressError } from '../contracts/problem.js'

/** A file that may hold findings. */
export interface FindingFile {
  /** `-` for standard input. */
  readonly path: string
  /** Bytes; `null` where that cannot be known before it is read, as for standard input and pipes. */
  readonly size: number | null
}

/**
 * Files as they are, and of folders every `*.json`, `*.jsonl` and `*.ndjson` below, in order of their names. A path that
 * cannot be read throws `usage.input`.
 */
export async function findingFiles(paths: readonly string[]): Promise<readonly FindingFile[]> {
  return (await Promise.all(paths.map(filesBelow))).flat()
}

/** The error of a path that cannot be read. */
export function unreadableFile(path: string, cause: unknown): RedressError {
  if (cause instanceof RedressError) return cause
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
  const reason = missing ? 'there is no such file or folder' : cause instanceof Error ? cause.message : String(cause)
  return new RedressError('usage.input', `cannot read \`${path}\`: ${reason}`, { cause })
}

async function filesBelow(path: string): Promise<readonly FindingFile[]> {
  if (path === '-') return [{ path, size: null }]
  try {
    const found = await stat(path)
    if (!found.isDirectory()) return [{ path, size: found.isFile() ? found.size : null }]
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    const names = entries
      .filter((entry) => !entry.isDirectory() && /\.(json|jsonl|ndjson)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    const files = []
    for (const name of names) files.push({ path: name, size: await sizeOf(name) })
    return files
  } catch (cause) {
    throw unreadableFile(path, cause)
  }
}

/** A file that is gone again, or a link to nothing, is found out by whoever opens it. */
async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() === true ? found.size : null
}
