/** Plans, changes and outcomes: what would be done, as a document with a hash, and what came of it. */
import type { FindingRef } from './finding.js'
import type { Json, JsonObject } from './json.js'

export const modes = ['observe', 'plan', 'approve', 'apply'] as const
/** Least to most: report only, read AWS and show, wait for an approval of the exact change, act. */
export type Mode = (typeof modes)[number]

/** How bad it can be: nothing stops working, something may, or it cannot be taken back. */
export type Risk = 'safe' | 'disruptive' | 'irreversible'
/** Whether undo restores everything, some of it, or nothing. */
export type Reversible = 'full' | 'partial' | 'none'

/**
 * What a plan says of a step: `change` (something to do) or the outcome that is known already.
 */
export type Verdict = { readonly kind: 'change' } | Outcome

/** How a change ended. */
export type OutcomeKind = 'noop' | 'skipped' | 'refused' | 'deferred' | 'failed' | 'unknown' | 'applied' | 'undone'

/** `failed` is proved not to be applied; `unknown` may be. `applied` means that a fresh read saw it. */
export interface Outcome {
  readonly kind: OutcomeKind
  /** Upper-case reason such as `ALREADY_COMPLIANT`, `STATE_CHANGED`, `ACCESS_DENIED`; `OK` where there is none to give. */
  readonly code: string
  readonly message: string
}

/** One change of one target, as planned. `before` and `after` are `null` for a thing that is not there. */
export interface Change {
  /** Position in the plan and short hash, unique in it: `1-3fa9c2`. */
  readonly id: string
  /** SHA-256 over what is to be done to what; the same wish from two rules or events has the same key. */
  readonly key: string
  readonly finding: FindingRef
  /** Ids of all findings that ask for this change. */
  readonly findings: readonly string[]
  readonly control: string | null
  readonly rules: readonly string[]
  readonly playbook: string | null
  /** Changes of one rule, finding and target form a sequence: a later one waits for the earlier. */
  readonly sequence: string
  /** The other sequences that it is part of, where several rules or findings ask for the same change. */
  readonly alsoIn?: readonly string[]
  readonly account: string
  readonly region: string
  readonly partition: string
  /** Resource id as the finding gives it; the finding's id for changes of the finding itself. */
  readonly target: string
  readonly use: string
  readonly with: JsonObject
  /** One line for a person: `revoke 1 rule of security group sg-0123`. */
  readonly summary: string
  readonly before: Json
  readonly after: Json
  readonly risk: Risk
  readonly reversible: Reversible
  /** What stops working, from the playbook; `null` where nothing is known to. */
  readonly breaks: string | null
  readonly mode: Mode
  readonly verdict: Verdict
  /** IAM actions that the write needs. */
  readonly permissions: readonly string[]
}

/** A target for which nothing is planned, and why; also what a person has to do by hand. */
export interface Unplanned {
  readonly finding: FindingRef
  readonly target: string | null
  readonly control: string | null
  readonly rule: string | null
  readonly code: string
  readonly message: string
  /** Steps for a person where the playbook is guided. */
  readonly guide: readonly string[]
}

/** A plan. `hash` is SHA-256 over the canonical text of everything else in it. */
export interface Plan {
  readonly apiVersion: 'redress/v1'
  readonly kind: 'Plan'
  readonly engineVersion: string
  readonly rulesetHash: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly changes: readonly Change[]
  readonly unplanned: readonly Unplanned[]
  readonly hash: string
}

/** What happened to one change of a plan. */
export interface ChangeOutcome {
  readonly change: Change
  readonly outcome: Outcome
}

/** What a run did. */
export interface Report {
  readonly runId: string
  readonly mode: Mode
  readonly outcomes: readonly ChangeOutcome[]
}
