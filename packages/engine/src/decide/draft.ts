/** What deciding is given besides the finding and the project, and what it holds before overrides are known. */
import type { DecidedStep, HeldRule } from '../contracts/decision.js'
import type { Mode } from '../contracts/plan.js'
import type { OrderedStep } from './overrides.js'

export interface DecideFacts {
  /** The run's mode; no step gets a greater one. */
  readonly mode: Mode
  /** Milliseconds since 1970. */
  readonly now: number
  /** True when a person asked for this finding: rules with `on: request` apply. */
  readonly request: boolean
}

/** Steps that were written out for one target. */
export interface Expanded {
  readonly steps: readonly DecidedStep[]
  /** Why the list ends before its end, else `null`. */
  readonly held: HeldRule | null
}

/** A decision about one target, without its place and its finding. */
export interface Draft {
  readonly rules: readonly string[]
  readonly steps: readonly OrderedStep[]
  readonly held: readonly HeldRule[]
  readonly skipped: string | null
}
