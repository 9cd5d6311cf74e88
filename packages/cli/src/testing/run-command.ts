/**
 * Runs whole command lines in process, in a folder of their own, with a fixed clock and counted ids. Only for tests.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtinActions } from '@redress/actions/all'
import type { Io, Parts } from '../io.js'
import { main } from '../main.js'
import { smallCatalog } from './small-catalog.js'

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

interface RunOptions {
  readonly stdin?: string
  /** Whether a person sits at the terminal. */
  readonly terminal?: boolean
  readonly env?: Io['env']
  readonly columns?: number
}

export interface Shell {
  readonly folder: string
  /** Runs `redress` with these words. */
  run(words: readonly string[], options?: RunOptions): Promise<Ran>
  path(...parts: readonly string[]): string
  remove(): void
}

/** A shell in an empty folder; the clock stands at 2026-11-21 10:00 UTC. */
export function openShell(parts: Partial<Parts> = {}): Shell {
  const folder = mkdtempSync(join(tmpdir(), 'redress-cli-'))
  let ids = 0
  const all: Parts = {
    loadCatalog: async () => smallCatalog,
    loadActions: async () => builtinActions,
    clock: { now: () => Date.UTC(2026, 10, 21, 10), sleep: async () => {} },
    ids: { next: () => `run-${++ids}` },
    ...parts,
  }
  return {
    folder,
    path: (...names) => join(folder, ...names),
    remove: () => rmSync(folder, { recursive: true, force: true }),
    async run(words, { stdin = '', terminal = false, env = {}, columns = 110 } = {}) {
      const out: string[] = []
      const err: string[] = []
      const code = await main(
        words,
        {
          stdout: { write: (text) => out.push(text) },
          stderr: { write: (text) => err.push(text) },
          stdin: readable(stdin),
          env,
          cwd: folder,
          isTTY: { stdin: terminal, stdout: terminal, stderr: terminal },
          columns,
        },
        all,
      )
      return { code, stdout: out.join(''), stderr: err.join('') }
    },
  }
}

/** A shell in a project as `init` writes it, but with `mode: apply`. */
export async function openStarter(parts: Partial<Parts> = {}): Promise<Shell> {
  const shell = openShell(parts)
  await shell.run(['init'])
  edit(shell, 'redress.yaml', 'mode: plan', 'mode: apply')
  return shell
}

/** Replaces text in a file of the shell's folder; the text must be there. */
export function edit(shell: Shell, file: string, from: string, to: string): void {
  const text = readFileSync(shell.path(file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
  writeFileSync(shell.path(file), text.replace(from, to))
}

async function* readable(text: string): AsyncIterable<string> {
  if (text !== '') yield text
}
