/**
 * Runs one command line and says with which code to exit. Never throws and never ends the process.
 *
 * Every failure becomes one clear line with a hint; stacks are shown with `--debug` only.
 */
import { CommanderError } from 'commander'
import { type Context, createContext } from './context.js'
import { type ExitCode, exitCode } from './exit-code.js'
import type { Io, Parts } from './io.js'
import { createProgram } from './program.js'

export async function main(argv: readonly string[], io: Io, parts?: Parts): Promise<number> {
  let code: ExitCode = exitCode.done
  let context: Context | null = null
  const debug = argv.includes('--debug')
  const program = createProgram(io, async (options, run) => {
    context = createContext(io, parts ?? (await import('./load/system-parts.js')).systemParts, options)
    code = await run(context)
  })
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCode.done
    const { tellError } = await import('./tell-error.js')
    return tellError(error, context ?? createContext(io, noParts, { color: !argv.includes('--no-color') }), debug)
  }
}

/** For errors in the command line itself, before any command runs. */
const noParts: Parts = {
  loadCatalog: () => Promise.reject(new Error('no command runs')),
  loadActions: async () => [],
  clock: { now: () => 0, sleep: () => Promise.resolve() },
  ids: { next: () => '' },
}
