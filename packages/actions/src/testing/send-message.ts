/** Plans and sends one message on a world, in the Region that its parameters name: what tests of messages do. */
import type { Action, Applied, JsonObject, Planned } from '@redress/engine'
import { contextAt } from './plan-of.js'
import type { World } from './world.js'

export interface Sent {
  readonly planned: Planned | undefined
  readonly applied: Applied | undefined
}

export async function sendMessage(action: Action, params: JsonObject, world: World): Promise<Sent> {
  const target = { account: '123456789012', partition: 'aws', region: action.region?.(params) ?? 'eu-west-1' }
  const item = { params, context: contextAt(Date.UTC(2026, 10, 21)) }
  const [planned] = await action.plan([item], await world.aws.reading(target))
  const { before, after } = planned?.kind === 'change' ? planned : { before: null, after: null }
  const session = await world.aws.writing(target, JSON.parse('{"runId":"test","seq":0}'))
  const [applied] = await action.apply([{ ...item, before, after }], session)
  return { planned, applied }
}
