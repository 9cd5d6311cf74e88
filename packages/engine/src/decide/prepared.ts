/**
 * What is known about a project before any finding comes: `prepare.ts` makes it once for an engine.
 */
import type { Playbook } from '../contracts/documents/playbook.js'
import type { LoadedException, LoadedPlaybook, LoadedProject } from '../contracts/loaded.js'
import type { MatchSet } from '../contracts/match.js'
import type { SecretPlaces } from '../contracts/secrets.js'
import type { KnownActions, PreparedStep } from './prepare-steps.js'
import type { PreparedRule } from './prepared-rule.js'

/** Exceptions and the set of their matches, in the same order. */
export interface PreparedExceptions {
  readonly exceptions: readonly LoadedException[]
  readonly exceptionSet: MatchSet
}

export interface Prepared extends PreparedExceptions, KnownActions {
  readonly loaded: LoadedProject
  readonly rules: readonly PreparedRule[]
  /** The matches of `rules`. */
  readonly ruleSet: MatchSet
  readonly secrets: SecretPlaces
  /** The playbook of a control, as `use: playbook` means it. */
  readonly playbookOf: (control: string) => LoadedPlaybook | null
  readonly stepsOf: (playbook: Playbook) => readonly PreparedStep[]
}
