/**
 * What every command gets: the process around it and the options that all commands share.
 *
 * Results go to stdout by `print`, everything else to stderr by `note`; a command never writes by itself.
 */
import { resolve } from 'node:path'
import type { Io, Parts } from './io.js'
import { type Style, styleFor } from './show/style.js'

export interface GlobalOptions {
  readonly project?: string
  readonly json?: boolean
  readonly color?: boolean
  readonly debug?: boolean
}

export interface Context {
  readonly io: Io
  readonly parts: Parts
  /** Colours of stdout. */
  readonly style: Style
  /** Colours of stderr. */
  readonly noteStyle: Style
  readonly width: number
  readonly json: boolean
  /** Folder of the project, absolute; whether the user named it. */
  readonly folder: { readonly path: string; readonly named: boolean }
  print(text: string): void
  /** Resolves when stdout wants more: whoever prints much waits, or it piles up in memory. */
  printed(): Promise<void>
  note(text: string): void
}

export function createContext(io: Io, parts: Parts, options: GlobalOptions): Context {
  const wanted = options.color !== false
  return {
    io,
    parts,
    style: styleFor(io, io.isTTY.stdout, wanted),
    noteStyle: styleFor(io, io.isTTY.stderr, wanted),
    width: io.columns,
    json: options.json === true,
    folder: { path: resolve(io.cwd, options.project ?? '.'), named: options.project !== undefined },
    print: (text) => void io.stdout.write(text),
    printed: async () => io.stdout.drained?.(),
    note: (text) => void io.stderr.write(text),
  }
}

/** One JSON document on stdout. */
export function printJson(context: Context, value: object): void {
  context.print(`${JSON.stringify(value, null, 2)}\n`)
}
