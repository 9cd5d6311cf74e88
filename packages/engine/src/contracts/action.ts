/**
 * The contract of an action, as the engine runs it. People write `defineSetting` or `defineAction`, which make one.
 *
 * Everything works on lists of at most `batch` items, because Security Hub updates findings a hundred at a time;
 * for most actions `batch` is 1. Results come back in the order of the items.
 */
import type { TObject } from '@sinclair/typebox'
import type { FindingRef } from './finding.js'
import type { Json, JsonObject } from './json.js'
import type { Outcome, Reversible, Risk } from './plan.js'
import type { AwsSession } from './ports.js'

/** IAM actions (`s3:GetBucketPublicAccessBlock`) that reading and writing need. */
export interface Permissions {
  readonly read: readonly string[]
  readonly write: readonly string[]
}

/** Facts about why an action runs, beside its parameters. */
export interface ActionContext {
  /** Milliseconds since 1970, from the engine's clock. */
  readonly now: number
  readonly finding: FindingRef
}

/** One thing to act on. */
export interface ActionItem {
  readonly params: JsonObject
  readonly context: ActionContext
}

/** A planned item: the state before, and the one to be reached. */
export interface ApplyItem extends ActionItem {
  readonly before: Json
  readonly after: Json
}

/** An applied item, as the journal kept it. */
export interface UndoItem extends ApplyItem {
  /** What `apply` returned, as it came out of the journal. */
  readonly receipt: Json
}

/** What planning found: a difference, nothing to do, no such resource, or a refusal that no retry mends. */
export type Planned =
  | { readonly kind: 'change'; readonly before: Json; readonly after: Json }
  | { readonly kind: 'closed'; readonly state: Json }
  | { readonly kind: 'gone' }
  | { readonly kind: 'pending'; readonly state: Json; readonly message: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }

/** What one write returned: a receipt for undo, or the outcome that AWS gave for this item alone. */
export type Applied =
  | { readonly kind: 'done'; readonly receipt: Json }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }

/** An action as the engine runs it; make one with `defineSetting` or `defineAction`. */
export interface Action {
  readonly name: string
  readonly summary: string
  /** CloudFormation type of what it changes; `null` for messages and findings. */
  readonly resource: string | null
  readonly risk: Risk
  readonly reversible: Reversible
  readonly permissions: Permissions
  readonly params: TObject
  /** Whose account and Region it runs in: the target's, Security Hub's, or that of Redress itself. */
  readonly place: 'target' | 'hub' | 'home'
  /**
   * How `applied` is proved: by planning again until nothing is left, or by the response alone, for what leaves
   * no state to read (a message) or settles only after minutes (a finding update).
   */
  readonly verify: 'plan' | 'response'
  /** True for messages: they are always "to do", so the journal is asked whether they were sent. */
  readonly once: boolean
  readonly batch: number
  /** One line for plans, without a full stop. */
  describe(params: JsonObject): string
  /** For `place: 'home'`: the Region to call, where the parameters name one (a topic's ARN does). */
  region?(params: JsonObject): string | null
  /** What there is to do for each item. Only reads. */
  plan(items: readonly ActionItem[], aws: AwsSession): Promise<readonly Planned[]>
  /** For settings: the state that would be wanted of this one; pure. Lets a plan chain changes of one resource. */
  wants?(state: Json, item: ActionItem): Json
  /** Makes the planned changes, each once. */
  apply(items: readonly ApplyItem[], aws: AwsSession): Promise<readonly Applied[]>
  /** Absent when nothing can be taken back. */
  undo?(items: readonly UndoItem[], aws: AwsSession): Promise<readonly Applied[]>
}
