/** What a guard sees and answers. A guard is a reason not to act; it never changes what is done. */
import type { Action } from './action.js'
import type { Project } from './documents/project.js'
import type { Change, Mode, Outcome } from './plan.js'

/** Facts about one change at the moment of acting; whoever gathers them turns a doubt into the safe answer. */
export interface GuardFacts {
  /** Milliseconds since 1970. */
  readonly now: number
  /** The run's mode. */
  readonly mode: Mode
  readonly action: Pick<Action, 'place' | 'once' | 'risk' | 'reversible'>
  readonly project: Project | null
  /** When the plan ends, in milliseconds since 1970; `null` for an undo, which never expires. */
  readonly planExpiresAt: number | null
  readonly stopped: boolean
  readonly approved: boolean
  /** Id of the exception that covers the target now. */
  readonly exception: string | null
}

/** `null` allows. Guards know nothing of each other, and their order does not matter. */
export type Guard = (change: Change, facts: GuardFacts) => Outcome | null
