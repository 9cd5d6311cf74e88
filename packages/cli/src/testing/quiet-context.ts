/** A context that keeps what it is told, for tests of single parts. Only for tests. */
import { type Context, createContext, type GlobalOptions } from '../context.js'
import type { Parts } from '../io.js'

export interface Quiet {
  readonly context: Context
  readonly stdout: string[]
  readonly stderr: string[]
}

export interface QuietOptions extends GlobalOptions {
  readonly stdin?: readonly (string | Uint8Array)[]
  readonly terminal?: boolean
  readonly cwd?: string
  readonly parts?: Partial<Parts>
}

export function quiet({ stdin = [], terminal = false, cwd = '/', parts, ...options }: QuietOptions = {}): Quiet {
  const stdout: string[] = []
  const stderr: string[] = []
  const io = {
    stdout: { write: (text: string) => stdout.push(text) },
    stderr: { write: (text: string) => stderr.push(text) },
    stdin: chunksOf(stdin),
    env: {},
    cwd,
    isTTY: { stdin: terminal, stdout: terminal, stderr: terminal },
    columns: 100,
  }
  const allParts = {
    loadCatalog: () => Promise.reject(new Error('this test has no catalogue')),
    loadActions: async () => [],
    clock: { now: () => 0, sleep: async () => {} },
    ids: { next: () => 'run-1' },
    ...parts,
  }
  return { context: createContext(io, allParts, { color: false, ...options }), stdout, stderr }
}

async function* chunksOf(chunks: readonly (string | Uint8Array)[]): AsyncIterable<string | Uint8Array> {
  yield* chunks
}
