/** Plans and applies one action on a world, and keeps what takes it back: for tests that look at what the laws do not. */
import type { Action, IntentReceipt, JsonObject } from '@redress/engine'
import { contextAt, planOf } from './plan-of.js'
import type { World } from './world.js'

const target = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const context = contextAt(Date.UTC(2026, 10, 21))
const receipt: IntentReceipt = JSON.parse('{"runId":"test","seq":0}')

/** Applies the change that is planned now; `undo` takes it back from its journaled form. */
export async function applyOnce(
  action: Action,
  params: JsonObject,
  world: World,
): Promise<{ readonly undo: () => Promise<void> }> {
  const planned = await planOf(action, params, world)
  if (planned.kind !== 'change') throw new Error(`expected a change, got ${JSON.stringify(planned)}`)
  const item = { params, context, before: planned.before, after: planned.after }
  const [applied] = await action.apply([item], await world.aws.writing(target, receipt))
  const done = { ...item, receipt: applied?.kind === 'done' ? applied.receipt : null }
  return {
    async undo() {
      await action.undo?.([JSON.parse(JSON.stringify(done))], await world.aws.writing(target, receipt))
    },
  }
}
