/**
 * Fetches findings again from Security Hub before they are acted on; only the fetched copy goes on.
 *
 * Whoever may put an event on the bus, or invoke a function, can write anything into it. A finding that Security Hub
 * does not have, or that cannot be asked for, is left alone. The command line trusts the files that a person names.
 */

import { copyFinding } from './contracts/copy-finding.js'
import type { Decision } from './contracts/decision.js'
import type { Project } from './contracts/documents/project.js'
import type { Finding } from './contracts/finding.js'
import { findingRef } from './contracts/finding-ref.js'
import type { Json } from './contracts/json.js'
import { partitionOf } from './contracts/partition-of.js'
import type { AwsTarget, FindingSource } from './contracts/ports.js'
import { skippedDecision } from './newest-findings.js'
import { readValue } from './read-findings.js'

export interface RefetchFacts {
  readonly source: FindingSource
  readonly project: Project | null
  /** True when a person chose what did not come in an event. */
  readonly trustFiles: boolean
}

export interface Refetched {
  readonly findings: readonly Finding[]
  readonly skipped: readonly Decision[]
}

/** `acts` tells whether anything would be done about a finding; the others need no call. */
export async function refetchFindings(
  findings: readonly Finding[],
  acts: (finding: Finding) => boolean,
  { source, project, trustFiles }: RefetchFacts,
): Promise<Refetched> {
  const asked = new Map<string, Finding[]>()
  for (const finding of findings.filter((one) => !(trustFiles && one.arrival === 'file') && acts(one))) {
    const key = JSON.stringify(hubOf(finding, project))
    asked.set(key, [...(asked.get(key) ?? []), finding])
  }
  const answers = new Map<Finding, Finding | string>()
  for (const group of asked.values()) {
    for (const [finding, answer] of await fetchGroup(group, source, project)) answers.set(finding, answer)
  }
  const settled = findings.map((finding) => ({ finding, answer: answers.get(finding) ?? finding }))
  return {
    findings: settled.flatMap(({ answer }) => (typeof answer === 'string' ? [] : [answer])),
    skipped: settled.flatMap(({ finding, answer }) =>
      typeof answer === 'string' ? [skippedDecision(finding, answer)] : [],
    ),
  }
}

async function fetchGroup(
  group: readonly Finding[],
  source: FindingSource,
  project: Project | null,
): Promise<readonly (readonly [Finding, Finding | string])[]> {
  const [first] = group
  const hub = first === undefined ? null : hubOf(first, project)
  if (hub === null) return group.map((finding) => [finding, 'finding-unreadable'])
  try {
    const bodies = await source.fetch(group.map(findingRef), hub)
    return group.map((finding, index) => [finding, sameFinding(finding, bodies[index] ?? null)])
  } catch {
    return group.map((finding) => [finding, 'finding-unreadable'])
  }
}

/** The fetched copy, or why there is none to act on. What was asked for must be what came. */
function sameFinding(finding: Finding, body: Json): Finding | string {
  if (body === null) return 'finding-not-found'
  const [item] = readValue(body, 'Security Hub')
  if (item === undefined || item.kind === 'refused') return 'finding-unreadable'
  if (item.finding.id !== finding.id) return 'finding-not-found'
  return copyFinding(item.finding, { arrival: finding.arrival })
}

function hubOf(finding: Finding, project: Project | null): AwsTarget | null {
  const account = project?.hub?.account ?? finding.account
  const region = project?.hub?.region ?? finding.region
  const partition = finding.partition ?? partitionOf(region)
  return account === null || region === null || partition === null ? null : { account, region, partition }
}
