/** Exit codes: what a script may branch on. */

export const exitCode = {
  /** Done. */
  done: 0,
  /** The answer is no: problems found, tests failed, a change failed. */
  no: 1,
  /** Wrong usage, or an input that cannot be read. */
  usage: 2,
  /** Some done, some not. */
  partly: 3,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
