/**
 * `defineFindingUpdate`: an action that changes what customers may change of a finding.
 *
 * The definition says only what is wanted of a state; fetching, batching and taking back are shared. A change never
 * waits for its note: a finding that is already as wanted is left alone, whatever its note says, so that two rules
 * with different notes do not take turns.
 */
import type {
  Action,
  ActionItem,
  Applied,
  AwsSession,
  FindingRef,
  Json,
  JsonObject,
  Planned,
  Reversible,
  UndoItem,
} from '@redress/engine'
import type { Static, TObject } from '@sinclair/typebox'
import { type FindingState, isArchived, stateOf } from './finding-state.js'
import { identityOf, keyOf } from './identity.js'
import { readFindings } from './read-findings.js'
import { type FindingUpdate, sendUpdates } from './send-updates.js'
import { updateBody } from './update-body.js'

type Member = keyof FindingState

export type Wanted =
  | { readonly kind: 'want'; readonly state: Partial<FindingState> }
  | { readonly kind: 'closed' }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }

export interface FindingUpdateDefinition<Params extends TObject> {
  readonly name: string
  readonly summary: string
  readonly reversible: Reversible
  readonly params: Params
  /** The members that the update may change; only these are in the plan. */
  readonly members: readonly Member[]
  describe(params: Static<Params>): string
  want(params: Static<Params>, current: FindingState, format: FindingRef['format']): Wanted
}

interface Erased {
  readonly members: readonly Member[]
  describe(params: JsonObject): string
  want(params: JsonObject, current: FindingState, format: FindingRef['format']): Wanted
}

export function defineFindingUpdate<const Params extends TObject>(definition: FindingUpdateDefinition<Params>): Action {
  const update: Erased = definition
  return {
    name: definition.name,
    summary: definition.summary,
    resource: null,
    risk: 'safe',
    reversible: definition.reversible,
    permissions: { read: ['securityhub:GetFindings'], write: ['securityhub:BatchUpdateFindings'] },
    params: definition.params,
    place: 'hub',
    verify: 'response',
    once: false,
    batch: 100,
    describe: (params) => update.describe(params),
    plan: (items, aws) => planAll(update, items, aws),
    apply: (items, aws) =>
      sendUpdates(
        items.map(({ context, before, after }) => changed(context.finding, before, after)),
        aws,
      ),
    undo: (items, aws) => undoAll(items, aws),
  }
}

async function planAll(update: Erased, items: readonly ActionItem[], aws: AwsSession): Promise<readonly Planned[]> {
  const identities = items.flatMap(({ context }) => identityOf(context.finding) ?? [])
  const findings = identities.length === 0 ? new Map<string, JsonObject>() : await readFindings(identities, aws)
  return items.map(({ params, context: { finding } }) => {
    const identity = identityOf(finding)
    if (identity === null) {
      const message = `the finding \`${finding.id}\` carries no product ARN, so Security Hub cannot be told which one is meant`
      return { kind: 'refused', code: 'NO_IDENTITY', message }
    }
    const found = findings.get(keyOf(identity))
    if (found === undefined) {
      return { kind: 'refused', code: 'FINDING_NOT_FOUND', message: `Security Hub has no finding \`${finding.id}\`` }
    }
    if (update.members.includes('workflow') && isArchived(found, finding.format)) {
      const message = 'the finding is archived, and a new status would bring it back'
      return { kind: 'refused', code: 'FINDING_ARCHIVED', message }
    }
    return planOne(update, params, stateOf(found, finding.format), finding.format)
  })
}

function planOne(update: Erased, params: JsonObject, current: FindingState, format: FindingRef['format']): Planned {
  const wanted = update.want(params, current, format)
  const before = pick(current, update.members)
  switch (wanted.kind) {
    case 'refused':
      return wanted
    case 'closed':
      return { kind: 'closed', state: before }
    case 'want': {
      const after = pick({ ...current, ...wanted.state }, update.members)
      const differs = Object.keys(updateBody(before, after, format)).length > 0
      return differs ? { kind: 'change', before, after } : { kind: 'closed', state: before }
    }
    default:
      return wanted satisfies never
  }
}

function undoAll(items: readonly UndoItem[], aws: AwsSession): Promise<readonly Applied[]> {
  return sendUpdates(
    items.map(({ context, before, after }) => changed(context.finding, after, before)),
    aws,
  )
}

function changed(finding: FindingRef, from: Json, to: Json): FindingUpdate {
  return { finding, body: updateBody(from, to, finding.format) }
}

function pick(state: FindingState, members: readonly Member[]): JsonObject {
  return Object.fromEntries(members.map((member) => [member, state[member]]))
}
