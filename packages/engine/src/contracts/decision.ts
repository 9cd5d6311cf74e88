/** What was decided for one finding and one target, and why. Pure data; `decide --json` prints it. */
import type { FindingRef } from './finding.js'
import type { JsonObject } from './json.js'
import type { ClauseTrace, Truth } from './match.js'
import type { Mode } from './plan.js'

/** One step that is to be planned, with its parameters filled in. */
export interface DecidedStep {
  readonly rule: string
  readonly playbook: string | null
  readonly use: string
  readonly with: JsonObject
  readonly mode: Mode
  readonly breaks: string | null
  /** Set when a later rule sets the same field of the finding: that rule's id. The step is not planned. */
  readonly overriddenBy: string | null
}

/** A rule that matched without acting, and the reason; also a guided playbook, whose guide is for a person. */
export interface HeldRule {
  readonly rule: string
  readonly code: string
  readonly message: string
  readonly guide: readonly string[]
}

/** One decision per finding and target, also where no rule matched. */
export interface Decision {
  readonly finding: FindingRef
  /** Resource id; `null` where the finding names no resource. */
  readonly target: string | null
  /** Account, Region and partition to act in; `null` where they cannot be told. */
  readonly account: string | null
  readonly region: string | null
  readonly partition: string | null
  readonly control: string | null
  /** Ids of the rules that matched and act, in order. */
  readonly rules: readonly string[]
  /** Id of the exception in force for this target. */
  readonly exception: string | null
  readonly steps: readonly DecidedStep[]
  readonly held: readonly HeldRule[]
  /** Why nothing is done (`no-rule`, `exception`, `workflow`, `record`, `compliance`, `account-mismatch`, …), else `null`. */
  readonly skipped: string | null
}

/** How near a rule came: every clause, the first that failed, and how many did. */
export interface Explanation {
  readonly rule: string
  readonly target: string | null
  readonly truth: Truth
  readonly clauses: readonly ClauseTrace[]
  readonly firstFailing: ClauseTrace | null
  /** Clauses that did not hold; one is a near miss. */
  readonly missedBy: number
  readonly exception: string | null
}
