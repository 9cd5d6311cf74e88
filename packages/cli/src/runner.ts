/** How the grammar hands a command on to be run; it says what to run and nothing of how. */
import type { Context, GlobalOptions } from './context.js'
import type { ExitCode } from './exit-code.js'

/** Runs a command with the shared options that it was called with. */
export type Runner = (options: GlobalOptions, run: (context: Context) => Promise<ExitCode>) => Promise<void>
