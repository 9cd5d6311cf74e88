/** Why a member of a finding or resource cannot be read. Only members without a value may be unreadable. */
import type { Finding, Resource } from './finding.js'
import { own } from './json.js'

/** The reason, or `null` for a member that is absent or has a value. */
export function whyUnreadable(owner: Finding | Resource, field: string): string | null {
  const reason = owner.unreadableReason === undefined ? own(owner.unreadable, field) : owner.unreadableReason(field)
  return reason === undefined ? null : String(reason)
}
