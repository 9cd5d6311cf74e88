/** What a finding update wants, said of one member of the finding. */
import { type Json, type JsonObject, sameJson } from '@redress/engine'
import type { FindingState } from './finding-state.js'

export type Wanted =
  | { readonly kind: 'change'; readonly before: JsonObject; readonly after: JsonObject }
  | { readonly kind: 'closed'; readonly state: JsonObject }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }

/** A change of the member to this value, or nothing to do. */
export function wantMember(member: string, current: Json, value: Json): Wanted {
  const after = { [member]: value }
  return sameJson(current, value)
    ? { kind: 'closed', state: after }
    : { kind: 'change', before: { [member]: current }, after }
}

/** The same for the workflow, which OCSF keeps in one number with archiving. */
export function wantWorkflow(current: FindingState, workflow: string): Wanted {
  if (!current.archived) return wantMember('workflow', current.workflow, workflow)
  const message = 'the finding is archived, and a new status would bring it back'
  return { kind: 'refused', code: 'FINDING_ARCHIVED', message }
}
