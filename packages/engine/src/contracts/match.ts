/**
 * What a compiled match is to the rest of the engine, and how one judgement is told clause by clause.
 *
 * Logic has three values. `unknown` is for what cannot be judged (an unreadable tag, a text too long for a
 * pattern): a rule with one does not act, and an `unless` with one vetoes.
 */
import type { Code } from './codes.js'
import type { Finding, Resource } from './finding.js'
import type { Json } from './json.js'
import type { MatchProgram } from './predicate.js'

/** The three values of logic. */
export type Truth = 'yes' | 'no' | 'unknown'

/** What a match is judged about. `now` is milliseconds since 1970. */
export interface Subject {
  readonly finding: Finding
  /** The target at hand; `null` for a finding judged as a whole. */
  readonly resource: Resource | null
  readonly now: number
}

/** One clause, judged: what was wanted, what was found, and the verdict. */
export interface ClauseTrace {
  /** Field name, or `any`, `all`, `unless`, `when`. */
  readonly field: string
  readonly wanted: Json
  /** What the finding has; `null` when absent. */
  readonly found: Json
  /** Path in the raw finding that `found` came from. */
  readonly from: string | null
  readonly truth: Truth
  /** In words, for what is not plain: `absent`, `unreadable: …`. */
  readonly detail: string | null
  readonly children: readonly ClauseTrace[]
}

/** A compiled match. */
export interface Matcher {
  /** The match as data, for an index and for bundles. */
  readonly program: MatchProgram
  /** Whether it holds. */
  judge(subject: Subject): Truth
  /** The same, clause by clause. */
  explain(subject: Subject): readonly ClauseTrace[]
  /** Names of the fields that the match mentions. */
  readonly fields: ReadonlySet<string>
  /** True if some clause must hold that a finding without members does not satisfy. */
  readonly selective: boolean
}

/** A match that holds or is in doubt, by its position in the set. */
export interface Matched {
  readonly position: number
  readonly truth: 'yes' | 'unknown'
}

/** Many matches, judged together. */
export interface MatchSet {
  /** Every match that is not `no`, in order. */
  matching(subject: Subject): readonly Matched[]
}

/** A problem at a place inside one document, still to be given file, line and column. */
export interface PointerProblem {
  /** JSON pointer into the document. */
  readonly pointer: string
  /** Whether the place is the key of the pointer's last step or its value. */
  readonly at: 'key' | 'value'
  readonly code: Code
  readonly message: string
  readonly hint: string | null
}
