/** Plans one action once on a world: what tests of special cases want to look at. */
import type { Action, ActionContext, AwsTarget, JsonObject, Planned } from '@redress/engine'
import type { World } from './world.js'

/** What the action finds to do, in account 123456789012 at the start of 2026-11-21 unless told otherwise. */
export async function planOf(
  action: Action,
  params: JsonObject,
  world: World,
  place: Partial<AwsTarget> & { readonly now?: number } = {},
): Promise<Planned> {
  const { now = Date.UTC(2026, 10, 21), ...rest } = place
  const target = { account: '123456789012', region: 'eu-west-1', partition: 'aws', ...rest }
  const [planned] = await action.plan([{ params, context: contextAt(now) }], await world.aws.reading(target))
  if (planned === undefined) throw new Error('an action that plans nothing for one item')
  return planned
}

/** A context with a finding that says nothing. */
export function contextAt(now: number): ActionContext {
  return {
    now,
    finding: {
      id: 'finding-1',
      format: 'asff',
      productArn: null,
      hubId: null,
      account: null,
      region: null,
      title: null,
      severity: null,
      firstObserved: null,
    },
  }
}
