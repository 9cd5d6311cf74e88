/** What plans, journals and reports keep of a finding. */
import type { Finding, FindingRef } from './finding.js'

/** What of a finding plans and journals keep. */
export function findingRef(finding: Finding): FindingRef {
  const { id, format, productArn, hubId, account, region, title, severity, firstObserved } = finding
  return { id, format, productArn, hubId, account, region, title, severity, firstObserved }
}
