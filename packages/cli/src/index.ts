/** The command line as a library: run it in process, and the schemas of what it prints. */
export { type ExitCode, exitCode } from './exit-code.js'
export type { Io, Output, Parts } from './io.js'
export { main } from './main.js'
export { outputSchemas } from './output/index.js'
