/**
 * `defineSetting`: an action that is a setting. Read it, want it otherwise, write it.
 *
 * From these three come the plan, nothing-to-do, the check just before writing, verification and undo. `want`
 * must only ever tighten and must keep whatever is stricter already; the laws in the testing kit hold it to that.
 */
import type { Static, TObject } from '@sinclair/typebox'
import type { Action, ActionContext, ActionItem, Permissions, Planned } from '../contracts/action.js'
import { type Json, type JsonObject, sameJson } from '../contracts/json.js'
import type { Reversible, Risk } from '../contracts/plan.js'
import type { AwsSession } from '../contracts/ports.js'

/** What an author writes for a setting. */
export interface SettingDefinition<Params extends TObject, State extends Json> {
  readonly name: string
  readonly summary: string
  readonly resource: string | null
  readonly risk: Risk
  /** `full` when not given: writing what was read before restores everything. */
  readonly reversible?: Reversible
  /** `target` when not given. */
  readonly place?: Action['place']
  readonly permissions: Permissions
  readonly params: Params
  /** One line for plans, without a full stop: `block public access to bucket logs`. */
  describe(params: Static<Params>): string
  /** The state now, as JSON, with nothing in it that changes by itself; `null` when the resource does not exist. */
  read(params: Static<Params>, aws: AwsSession, context: ActionContext): Promise<State | null>
  /** What the state should be. Keeps whatever is stricter and touches only what offends. */
  want(current: NoInfer<State>, params: Static<Params>, context: ActionContext): NoInfer<State>
  /** Makes the state `next`; undo calls it with what was read before. `current` is what a read just saw. */
  write(params: Static<Params>, next: NoInfer<State>, aws: AwsSession, current: NoInfer<State>): Promise<void>
  /** Why a wanted state is accepted but not yet there, such as a change waiting for its window; else `null`. */
  pending?(state: NoInfer<State>, params: Static<Params>): string | null
  /**
   * Why a change that is wanted must not be made, or not now. Asked only when there is one, so it may read more
   * than `read` does; what it reads is no part of the state.
   */
  hold?(state: NoInfer<State>, params: Static<Params>, aws: AwsSession, context: ActionContext): Promise<Hold | null>
}

/** A refusal that no retry mends, with an upper-case code, or a reason to wait. */
export type Hold =
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'pending'; readonly message: string }

/** The definition with its types forgotten: what the engine calls after it has checked parameters by their schema. */
interface Erased {
  read(params: JsonObject, aws: AwsSession, context: ActionContext): Promise<Json>
  want(current: Json, params: JsonObject, context: ActionContext): Json
  write(params: JsonObject, next: Json, aws: AwsSession, current: Json): Promise<void>
  pending?(state: Json, params: JsonObject): string | null
  hold?(state: Json, params: JsonObject, aws: AwsSession, context: ActionContext): Promise<Hold | null>
  describe(params: JsonObject): string
}

/** An action made of a setting; the definition stays attached for the laws and the reference. */
export interface Setting<Params extends TObject, State extends Json> extends Action {
  readonly definition: SettingDefinition<Params, State>
}

/** Makes an action of a setting; returns it with its definition attached. */
export function defineSetting<const Params extends TObject, State extends Json>(
  definition: SettingDefinition<Params, State>,
): Setting<Params, State> {
  const setting: Erased = definition
  return {
    definition,
    name: definition.name,
    summary: definition.summary,
    resource: definition.resource,
    risk: definition.risk,
    reversible: definition.reversible ?? 'full',
    permissions: definition.permissions,
    params: definition.params,
    place: definition.place ?? 'target',
    verify: 'plan',
    once: false,
    batch: 1,
    describe: (params) => setting.describe(params),
    plan: (items, aws) => Promise.all(items.map((item) => planSetting(setting, item, aws))),
    wants: (state, { params, context }) => setting.want(state, params, context),
    async apply(items, aws) {
      for (const { params, before, after } of items) await setting.write(params, after, aws, before)
      return items.map(() => ({ kind: 'done', receipt: null }))
    },
    async undo(items, aws) {
      for (const { params, before, after } of items) await setting.write(params, before, aws, after)
      return items.map(() => ({ kind: 'done', receipt: null }))
    },
  }
}

async function planSetting(setting: Erased, { params, context }: ActionItem, aws: AwsSession): Promise<Planned> {
  const before = await setting.read(params, aws, context)
  if (before === null) return { kind: 'gone' }
  const message = setting.pending?.(before, params) ?? null
  if (message !== null) return { kind: 'pending', state: before, message }
  const after = setting.want(before, params, context)
  if (sameJson(before, after)) return { kind: 'closed', state: before }
  const held = (await setting.hold?.(before, params, aws, context)) ?? null
  if (held === null) return { kind: 'change', before, after }
  return held.kind === 'refused' ? held : { kind: 'pending', state: before, message: held.message }
}
