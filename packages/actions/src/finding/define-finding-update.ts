/**
 * `defineFindingUpdate`: an action that changes what customers may change of a finding.
 *
 * The definition says only what is wanted of a state; fetching, batching and taking back are shared. The note that
 * goes with a change is no part of the planned state: several steps of one rule may each leave one, and a finding
 * that is already as wanted is left alone whatever its note says, so that two rules do not take turns.
 */
import type { Action, ActionItem, AwsSession, FindingRef, JsonObject, Planned, Reversible } from '@redress/engine'
import type { Static, TObject } from '@sinclair/typebox'
import { applyUpdates, type NoteToLeave, undoUpdates } from './apply-updates.js'
import { type FindingState, stateOf } from './finding-state.js'
import { identityOf, keyOf, ownerOf } from './identity.js'
import { readFindings } from './read-findings.js'
import type { Wanted } from './want-member.js'

export interface FindingUpdateDefinition<Params extends TObject> {
  readonly name: string
  readonly summary: string
  readonly reversible: Reversible
  readonly params: Params
  describe(params: Static<Params>): string
  /** Judged on the copy that Security Hub has now; the event may be forged or stale. */
  want(params: Static<Params>, current: FindingState, format: FindingRef['format']): Wanted
  /** The note to leave with the change; `null` for none. */
  note(params: Static<Params>): NoteToLeave | null
}

interface Erased {
  describe(params: JsonObject): string
  want(params: JsonObject, current: FindingState, format: FindingRef['format']): Wanted
  note(params: JsonObject): NoteToLeave | null
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
    apply: (items, aws) => applyUpdates(items, ({ params }) => update.note(params), aws),
    undo: (items, aws) => undoUpdates(items, aws),
  }
}

async function planAll(update: Erased, items: readonly ActionItem[], aws: AwsSession): Promise<readonly Planned[]> {
  const findings = await readFindings(
    items.flatMap(({ context }) => identityOf(context.finding) ?? []),
    aws,
  )
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
    // Scope was judged by the account that the event gave.
    const owner = ownerOf(found)
    if (owner === null || owner !== finding.account) {
      const message = `the finding \`${finding.id}\` is of account \`${owner ?? 'unknown'}\` by Security Hub, and not of \`${finding.account ?? 'unknown'}\``
      return { kind: 'refused', code: 'ACCOUNT_MISMATCH', message }
    }
    return update.want(params, stateOf(found, finding.format), finding.format)
  })
}
