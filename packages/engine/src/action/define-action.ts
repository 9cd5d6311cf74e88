/**
 * `defineAction`: an action that is no setting: something sent, started or created once.
 *
 * What `plan` found goes to `apply`, and what `apply` returns goes to `undo`, typed end to end and through the
 * journal's JSON.
 */
import type { Static, TObject } from '@sinclair/typebox'
import type { Action, ActionContext, Permissions, Planned } from '../contracts/action.js'
import type { Json, JsonObject } from '../contracts/json.js'
import type { Reversible, Risk } from '../contracts/plan.js'
import type { AwsSession } from '../contracts/ports.js'

/** `Planned` with the state's type kept. */
export type PlannedAs<State extends Json> =
  | { readonly kind: 'change'; readonly before: State | null; readonly after: State }
  | Exclude<Planned, { readonly kind: 'change' }>

export interface AppliedChange<State extends Json> {
  readonly before: State | null
  readonly after: State
}

export interface ActionDefinition<Params extends TObject, State extends Json, Receipt extends Json> {
  readonly name: string
  readonly summary: string
  readonly resource: string | null
  readonly risk: Risk
  readonly reversible: Reversible
  readonly permissions: Permissions
  readonly params: Params
  /** `target` when not given. */
  readonly place?: Action['place']
  /** `plan` when not given; see {@link Action.verify}. */
  readonly verify?: Action['verify']
  /** `false` when not given; see {@link Action.once}. */
  readonly once?: boolean
  /** One line for plans, without a full stop: `publish a message on topic secops`. */
  describe(params: Static<Params>): string
  /** For `place: 'home'`: the Region that the parameters name. */
  region?(params: Static<Params>): string | null
  /** What there is to do. Only reads; a session that reads rejects everything else. */
  plan(params: Static<Params>, aws: AwsSession, context: ActionContext): Promise<PlannedAs<State>>
  /** Does it, once. What it returns is journaled and handed to `undo`. */
  apply(
    params: Static<Params>,
    change: AppliedChange<NoInfer<State>>,
    aws: AwsSession,
    context: ActionContext,
  ): Promise<Receipt>
  /** Takes it back, from what the journal kept. */
  undo?(
    params: Static<Params>,
    change: AppliedChange<NoInfer<State>> & { readonly receipt: NoInfer<Receipt> },
    aws: AwsSession,
  ): Promise<void>
}

interface Erased {
  describe(params: JsonObject): string
  region?(params: JsonObject): string | null
  plan(params: JsonObject, aws: AwsSession, context: ActionContext): Promise<Planned>
  apply(
    params: JsonObject,
    change: { before: Json; after: Json },
    aws: AwsSession,
    context: ActionContext,
  ): Promise<Json>
  undo?(params: JsonObject, change: { before: Json; after: Json; receipt: Json }, aws: AwsSession): Promise<void>
}

export function defineAction<const Params extends TObject, State extends Json, Receipt extends Json>(
  definition: ActionDefinition<Params, State, Receipt>,
): Action {
  const action: Erased = definition
  const { undo } = action
  return {
    name: definition.name,
    summary: definition.summary,
    resource: definition.resource,
    risk: definition.risk,
    reversible: definition.reversible,
    permissions: definition.permissions,
    params: definition.params,
    place: definition.place ?? 'target',
    verify: definition.verify ?? 'plan',
    once: definition.once ?? false,
    batch: 1,
    describe: (params) => action.describe(params),
    region: (params) => action.region?.(params) ?? null,
    plan: (items, aws) => Promise.all(items.map(({ params, context }) => action.plan(params, aws, context))),
    apply: (items, aws) =>
      Promise.all(
        items.map(async ({ params, before, after, context }) => ({
          kind: 'done',
          receipt: await action.apply(params, { before, after }, aws, context),
        })),
      ),
    ...(undo === undefined
      ? {}
      : {
          undo: (items, aws) =>
            Promise.all(
              items.map(async ({ params, before, after, receipt }) => {
                await undo.call(action, params, { before, after, receipt }, aws)
                return { kind: 'done', receipt: null }
              }),
            ),
        }),
  }
}
