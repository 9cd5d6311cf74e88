/**
 * The key of a change: what approvals name and what tells that a message was sent.
 *
 * It is the same for the same wish, whichever rule, finding or event it came from; a new bad state gives a new key.
 */
import { canonical, sha256 } from './json.js'
import type { Change } from './plan.js'

export type KeyedChange = Pick<
  Change,
  'account' | 'region' | 'partition' | 'use' | 'with' | 'target' | 'before' | 'after' | 'finding'
>

/** `once` as the action has it: a message is known by its finding and not by a state. */
export async function changeKey(change: KeyedChange, once: boolean): Promise<string> {
  const { account, region, partition, use, target, finding } = change
  const where = { v: 1, partition, account, region, action: use, with: change.with }
  if (once) return sha256(canonical({ ...where, finding: finding.id, firstObserved: finding.firstObserved }))
  const states = { before: await sha256(canonical(change.before)), after: await sha256(canonical(change.after)) }
  return sha256(canonical({ ...where, target, ...states }))
}
