/** What a run needs; the root of the engine puts it together from ports and stages. */
import type { Action } from '../contracts/action.js'
import type { Project } from '../contracts/documents/project.js'
import type { Guard } from '../contracts/guard.js'
import type { Journal } from '../contracts/journal.js'
import type { Change, ChangeOutcome, Mode } from '../contracts/plan.js'
import type { Approvals, AwsPort, Clock, Ids, KillSwitch } from '../contracts/ports.js'

export interface RunDeps {
  readonly actions: ReadonlyMap<string, Action>
  readonly aws: AwsPort
  readonly journal: Journal
  readonly clock: Clock
  readonly ids: Ids
  readonly mode: Mode
  readonly project: Project | null
  /** All guards as one. */
  readonly guard: Guard
  readonly killSwitch: KillSwitch
  readonly approvals: Approvals
  /** Id of the exception that covers the change's target now, or `null`. */
  readonly exceptionFor: (change: Change) => string | null
  /** Called as each change comes to its outcome. */
  readonly progress?: ((done: ChangeOutcome) => void) | undefined
}
