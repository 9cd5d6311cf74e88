/** A project as it was loaded: every document checked, every match compiled. What `decide` works on. */
import type { Exception } from './documents/exceptions.js'
import type { Playbook, Standard } from './documents/playbook.js'
import type { Project } from './documents/project.js'
import type { Rule } from './documents/rules.js'
import type { PlaybookTest, RuleTest } from './documents/tests.js'
import type { Json } from './json.js'
import type { ClauseTrace, Matcher, Subject, Truth } from './match.js'
import type { Mode } from './plan.js'

/** Where a rule, exception or playbook stands. */
export interface Origin {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A compiled `when`. */
export interface Condition {
  /** Whether the condition holds. */
  judge(subject: Subject): Truth
  /** The same, told for a person. */
  explain(subject: Subject): ClauseTrace
}

/** A rule with its compiled match and the mode it may act in. */
export interface LoadedRule {
  readonly rule: Rule
  readonly origin: Origin
  readonly match: Matcher
  readonly unless: readonly Matcher[]
  readonly when: Condition | null
  /** The rule's own mode, else the project's; never above the project's. */
  readonly mode: Mode
}

/** An exception with its compiled match. */
export interface LoadedException {
  readonly exception: Exception
  readonly origin: Origin
  readonly match: Matcher
  /** First millisecond at which it no longer holds (UTC). */
  readonly endsAt: number
}

/** A playbook with its compiled match. */
export interface LoadedPlaybook {
  readonly playbook: Playbook
  readonly origin: Origin
  readonly match: Matcher
  readonly unless: readonly Matcher[]
}

/** A test document and where it stands. */
export interface LoadedTest {
  readonly test: PlaybookTest | RuleTest
  readonly origin: Origin
  /** The line of each case, in the order of the cases. */
  readonly lines: readonly number[]
}

/** Everything that was loaded, ready to decide with. */
export interface LoadedProject {
  /** `null` without a project folder: then the whole catalogue applies, in plan mode. */
  readonly project: Project | null
  readonly rules: readonly LoadedRule[]
  readonly exceptions: readonly LoadedException[]
  /** By id; own playbooks replace those of the catalogue. */
  readonly playbooks: ReadonlyMap<string, LoadedPlaybook>
  readonly standards: readonly Standard[]
  readonly tests: readonly LoadedTest[]
  /** SHA-256 over the canonical text of all documents but tests; plans carry it. */
  readonly hash: string
}

/** The catalogue as it is shipped: its documents were checked when the bundle was built. */
export interface CatalogBundle {
  readonly version: string
  readonly documents: readonly { readonly file: string; readonly document: Json }[]
  /** Sample findings that tests name, such as `asff/ec2.2-failed`. */
  readonly fixtures: { readonly [name: string]: Json }
}
