/**
 * Security Hub as an engine's source of findings: what came in an event is fetched again before it is acted on.
 */
import type { AwsPort, FindingSource } from '@redress/engine'
import { identityOf, keyOf } from './identity.js'
import { readFindings } from './read-findings.js'

/** Findings by GetFindings and GetFindingsV2, in the account and Region that the engine names. */
export function findingSource(aws: AwsPort): FindingSource {
  return {
    async fetch(findings, hub) {
      const identities = findings.map(identityOf)
      const known = identities.filter((identity) => identity !== null)
      const found = await readFindings(known, await aws.reading(hub))
      return identities.map((identity) => (identity === null ? null : (found.get(keyOf(identity)) ?? null)))
    },
  }
}
