/**
 * Asks the exceptions again at the moment of acting.
 *
 * Where the findings are at hand, a doubt counts as covered. A plan from a file has only references to them; then
 * an exception counts that holds by what a reference and the change tell. The plan's hash of the rules covers the rest.
 */
import type { Finding } from './contracts/finding.js'
import type { Subject } from './contracts/match.js'
import type { Change } from './contracts/plan.js'
import { exceptionFor } from './decide/exceptions.js'
import type { PreparedExceptions } from './decide/prepared.js'
import { unreadableFinding, unreadableResource } from './finding/unreadable-finding.js'

/** Id of an exception that covers the change for every finding that asks for it, or `null`. */
export function exceptionCovering(
  change: Change,
  findings: ReadonlyMap<string, Finding> | undefined,
  exceptions: PreparedExceptions,
  now: number,
): string | null {
  const covers = change.findings.map((id) => {
    const finding = findings?.get(id)
    if (finding === undefined) {
      const covering = exceptionFor(fromReference(change, now), exceptions)
      return covering?.certain === true ? covering.exception.exception.id : null
    }
    const resource = finding.resources.find((other) => other.id === change.target) ?? null
    return exceptionFor({ finding, resource, now }, exceptions)?.exception.exception.id ?? null
  })
  return covers.includes(null) ? null : (covers[0] ?? null)
}

const unknown = 'the plan does not keep it'

/** A finding of which only the reference is known; everything else in it cannot be read, which is not absence. */
function fromReference(change: Change, now: number): Subject {
  const { finding: ref, control, partition, target, account, region } = change
  const resource = unreadableResource({ id: target, account, region, partition }, unknown)
  return { finding: unreadableFinding({ ...ref, control, partition, resources: [resource] }, unknown), resource, now }
}
