/** What stands in for ports that were not given. Each fails in the safe direction and says what is missing. */
import type { JournalStore } from './contracts/journal.js'
import type { Approvals, AwsPort, KillSwitch } from './contracts/ports.js'
import { RedressError } from './contracts/problem.js'

/** Reads fail, so plans refuse every change as unreadable. */
export const noAws: AwsPort = {
  reading: () => Promise.reject(missingAws()),
  writing: () => Promise.reject(missingAws()),
  home: () => Promise.reject(missingAws()),
}

/** Takes no records, so nothing is ever written. */
export const noJournal: JournalStore = {
  append: () =>
    Promise.reject(
      new RedressError('journal.unwritable', 'no journal was given, so nothing is changed', {
        hint: 'give `createEngine` a journal, such as `fileJournal`',
      }),
    ),
  async *read() {},
}

export const neverStopped: KillSwitch = { isStopped: async () => false }

export const nothingApproved: Approvals = { isApproved: async () => false }

function missingAws(): RedressError {
  return new RedressError('aws.failed', 'no access to AWS was given', { hint: 'give `createEngine` an `aws` port' })
}
