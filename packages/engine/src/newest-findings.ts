/**
 * Of several copies of one finding only the newest counts, whatever order they come in.
 *
 * Events are delivered at least once and out of order; a finding is known by its id and product. Copies that were
 * updated at the same time are one and the same.
 */
import type { Decision } from './contracts/decision.js'
import type { Finding } from './contracts/finding.js'
import { findingRef } from './contracts/finding-ref.js'
import { canonical } from './contracts/json.js'

/** The newest copy of each finding, in the order of first appearance, and a decision that skips each other copy. */
export function newestFindings(findings: Iterable<Finding>): {
  readonly newest: readonly Finding[]
  readonly skipped: readonly Decision[]
} {
  const all = isList(findings) ? findings : [...findings]
  if (all.length < 2) return { newest: all, skipped: none }
  const copies = new Map<string, Finding[][]>()
  const groups: Finding[][] = []
  for (const finding of all) {
    const alike = copies.get(finding.id)
    const group = alike?.find(([first]) => first?.productArn === finding.productArn)
    if (group !== undefined) {
      group.push(finding)
      continue
    }
    const own = [finding]
    groups.push(own)
    if (alike === undefined) copies.set(finding.id, [own])
    else alike.push(own)
  }
  const chosen = groups.map((group) => ({ group, newest: group.reduce(newer) }))
  return {
    newest: chosen.map(({ newest }) => newest),
    skipped: chosen.flatMap(({ group, newest }) =>
      group
        .filter((_, index) => index !== group.indexOf(newest))
        .map((finding) => skippedDecision(finding, finding.updated === newest.updated ? 'duplicate' : 'superseded')),
    ),
  }
}

const none: readonly Decision[] = []

function isList(findings: Iterable<Finding>): findings is readonly Finding[] {
  return Array.isArray(findings)
}

/** Of copies with equal times the choice must not depend on the order, so their text decides. */
function newer(a: Finding, b: Finding): Finding {
  const [first, second] = [a.updated ?? '', b.updated ?? '']
  if (first !== second) return first > second ? a : b
  return canonical(b.raw) > canonical(a.raw) ? b : a
}

/** A decision that leaves a whole finding alone. */
export function skippedDecision(finding: Finding, reason: string): Decision {
  return {
    finding: findingRef(finding),
    target: null,
    account: finding.account,
    region: finding.region,
    partition: finding.partition,
    control: finding.control,
    rules: [],
    exception: null,
    steps: [],
    held: [],
    skipped: reason,
  }
}
