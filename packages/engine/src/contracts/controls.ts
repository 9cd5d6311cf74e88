/**
 * The security controls that are known, and the one spelling of each.
 *
 * Security Hub itself is uneven (`AutoScaling.1` beside `Autoscaling.5`), so ids are compared without case and
 * printed as the list has them. A control newer than the list is not known, yet may stand in a finding.
 */
import { controlIds } from './control-ids.js'

/** Ids as Security Hub prints them, retired ones too; for looking up the nearest name. */
export const knownControls: readonly string[] = controlIds

/** Names that AWS's own tables use beside the id. */
const otherNames = { 'elbv2.1': 'ELB.1' } as const

const byLowerCase: ReadonlyMap<string, string> = new Map([
  ...knownControls.map((id) => [id.toLowerCase(), id] as const),
  ...Object.entries(otherNames),
])

/** The id as Security Hub prints it, for any casing of it and for `ELBv2.1`; `null` when no such control is known. */
export function canonicalControl(spelling: string): string | null {
  return byLowerCase.get(spelling.toLowerCase()) ?? null
}

/** True only for the canonical spelling. */
export function isKnownControl(id: string): boolean {
  return byLowerCase.get(id.toLowerCase()) === id
}
