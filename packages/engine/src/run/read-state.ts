/** Reads the live state of one or more changes by planning again, for the re-read, for verification and for undo. */
import type { Action, ActionItem, Planned } from '../contracts/action.js'
import type { Json } from '../contracts/json.js'
import type { Change } from '../contracts/plan.js'
import type { AwsPort, AwsTarget } from '../contracts/ports.js'

export function itemOf(change: Change, now: number): ActionItem {
  return { params: change.with, context: { now, finding: change.finding } }
}

export function targetOf({ account, region, partition }: Change): AwsTarget {
  return { account, region, partition }
}

/** What planning finds now, in the order of `changes`, which are all of one action and place. */
export async function readNow(
  changes: readonly Change[],
  action: Action,
  aws: AwsPort,
  now: number,
): Promise<readonly Planned[]> {
  const [first] = changes
  if (first === undefined) return []
  const session = await aws.reading(targetOf(first))
  return action.plan(
    changes.map((change) => itemOf(change, now)),
    session,
  )
}

/** The state that planning saw; a thing that is gone is `null`, and a refusal saw nothing. */
export function stateOf(planned: Planned): { readonly state: Json } | null {
  switch (planned.kind) {
    case 'change':
      return { state: planned.before }
    case 'closed':
    case 'pending':
      return { state: planned.state }
    case 'gone':
      return { state: null }
    case 'refused':
      return null
    default:
      return planned satisfies never
  }
}
