/**
 * A bundle: a project that was checked and compiled ahead, as one JSON document.
 *
 * Matches are data here, so whoever loads a bundle needs neither the parser nor the schemas. What a match says in plain
 * values is not written down twice: only what its operators became stands beside the rule.
 */
import type { Exception } from './documents/exceptions.js'
import type { Playbook, Standard } from './documents/playbook.js'
import type { Project } from './documents/project.js'
import type { Rule } from './documents/rules.js'
import type { Origin } from './loaded.js'
import type { Mode } from './plan.js'
import type { Predicate } from './predicate.js'

/**
 * A compiled match beside the `match` that it is of: by field what its operators became, by `any` and `all` the same of
 * each alternative. A field that asks for plain values is left out.
 */
export interface BundledMatch {
  readonly [key: string]: Predicate | readonly BundledMatch[]
}

/** What was compiled of a `match` and its `unless`; left out where everything is a plain value. */
export interface BundledMatches {
  readonly match?: BundledMatch
  readonly unless?: readonly BundledMatch[]
}

export interface BundledRule {
  readonly rule: Rule
  readonly origin: Origin
  readonly mode: Mode
  readonly compiled?: BundledMatches
}

export interface BundledException {
  readonly exception: Exception
  readonly origin: Origin
  readonly endsAt: number
  readonly compiled?: BundledMatches
}

export interface BundledPlaybook {
  readonly playbook: Playbook
  readonly origin: Origin
  readonly compiled?: BundledMatches
}

/** A project that was checked and compiled ahead; plain JSON, made by `buildBundle` and read by `loadBundle`. */
export interface Bundle {
  readonly apiVersion: 'redress/v1'
  readonly kind: 'Bundle'
  /** Of the engine that built it. No other version loads it. */
  readonly engineVersion: string
  /** That of the project, which plans carry. */
  readonly hash: string
  /** SHA-256 of the JSON text of everything else, without white space: tells a bundle that was changed or cut off. */
  readonly integrity: string
  readonly project: Project | null
  /** `null` without a project: then each playbook is a rule in plan mode. */
  readonly rules: readonly BundledRule[] | null
  readonly exceptions: readonly BundledException[]
  readonly playbooks: readonly BundledPlaybook[]
  readonly standards: readonly Standard[]
}
