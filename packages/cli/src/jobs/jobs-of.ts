/** The number of threads that a person asked for. */
import { usageError } from '../usage-error.js'

export interface JobsOption {
  /** As it was written. */
  readonly jobs?: string
}

/** Every thread holds the rules once more, so a slip of the finger shall not start thousands. */
const most = 64

/** One where nothing was asked for. */
export function jobsOf({ jobs = '1' }: JobsOption): number {
  const count = /^[0-9]{1,3}$/.test(jobs) ? Number(jobs) : 0
  if (count >= 1 && count <= most) return count
  throw usageError(
    `\`--jobs ${jobs}\` is not a number of threads`,
    `give a whole number from 1 to ${most}; more threads than processors make it no faster`,
  )
}
