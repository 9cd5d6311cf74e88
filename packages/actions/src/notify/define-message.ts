/**
 * `defineMessage`: an action that sends something to people or systems.
 *
 * A message leaves nothing behind that could be read, so it is always "to do": the journal is what keeps it from
 * being sent twice. It is sent once, without a retry; where the answer was lost, it may have arrived.
 */
import type { Action, Applied, AwsSession, JsonObject } from '@redress/engine'
import type { Static, TObject } from '@sinclair/typebox'

export interface MessageDefinition<Params extends TObject> {
  readonly name: string
  readonly summary: string
  readonly params: Params
  /** IAM actions that sending needs. */
  readonly permissions: readonly string[]
  describe(params: Static<Params>): string
  /** The Region to send from, where an ARN names one. */
  region?(params: Static<Params>): string | null
  /** What the plan shows and the journal keeps; nothing secret. */
  shown(params: Static<Params>): JsonObject
  send(params: Static<Params>, aws: AwsSession): Promise<Applied>
}

interface Erased {
  describe(params: JsonObject): string
  region?(params: JsonObject): string | null
  shown(params: JsonObject): JsonObject
  send(params: JsonObject, aws: AwsSession): Promise<Applied>
}

export function defineMessage<const Params extends TObject>(definition: MessageDefinition<Params>): Action {
  const message: Erased = definition
  return {
    name: definition.name,
    summary: definition.summary,
    resource: null,
    risk: 'safe',
    reversible: 'none',
    permissions: { read: [], write: definition.permissions },
    params: definition.params,
    place: 'home',
    verify: 'response',
    once: true,
    batch: 1,
    describe: (params) => message.describe(params),
    region: (params) => message.region?.(params) ?? null,
    plan: async (items) => items.map(({ params }) => ({ kind: 'change', before: null, after: message.shown(params) })),
    apply: (items, aws) => Promise.all(items.map(({ params }) => message.send(params, aws))),
  }
}
