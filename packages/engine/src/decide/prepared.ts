/**
 * What is known about a project before any finding comes: `prepare.ts` makes it once for an engine.
 */
import type { Action } from '../contracts/action.js'
import type { LoadedException, LoadedPlaybook, LoadedProject, LoadedRule } from '../contracts/loaded.js'
import type { MatchSet } from '../contracts/match.js'
import type { Mode } from '../contracts/plan.js'
import type { SecretPlaces } from '../contracts/secrets.js'
import type { Expanded } from './draft.js'
import type { DefaultClause } from './skips.js'

/** Exceptions and the set of their matches, in the same order. */
export interface PreparedExceptions {
  readonly exceptions: readonly LoadedException[]
  readonly exceptionSet: MatchSet
}

export interface Prepared extends PreparedExceptions {
  readonly loaded: LoadedProject
  readonly actions: ReadonlyMap<string, Action>
  readonly rules: readonly PreparedRule[]
  /** The matches of `rules`. */
  readonly ruleSet: MatchSet
  readonly secrets: SecretPlaces
  /** Actions that have secrets among their parameters. */
  readonly secretive: ReadonlySet<string>
  /** The playbook of a control, as `use: playbook` means it. */
  readonly playbookOf: (control: string) => LoadedPlaybook | null
}

export interface PreparedRule {
  readonly loaded: LoadedRule
  /** Default clauses of fields that the rule does not mention. */
  readonly defaults: readonly DefaultClause[]
  /** The steps by the run's mode, where they are the same for every finding; else `null`. */
  readonly constant: ReadonlyMap<Mode, Expanded> | null
}
