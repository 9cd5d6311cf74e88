/**
 * Decides a sample finding by documents written as objects, as of `sampleNow`, in mode `apply`.
 */
import type { Decision } from '../contracts/decision.js'
import type { Finding } from '../contracts/finding.js'
import { decide } from '../decide/decide.js'
import type { DecideFacts } from '../decide/draft.js'
import { sampleFinding, sampleNow } from './sample-finding.js'
import { type SampleDocuments, sampleActions, sampleProject } from './sample-project.js'

/** The actions that tests of deciding name. */
export const knownActions = sampleActions(
  'ec2.revoke-security-group-rules',
  's3.block-public-access',
  'finding.suppress',
  'finding.set-workflow',
  'finding.set-severity',
  'finding.note',
  'finding.set-fields',
  'notify.sns',
  'notify.webhook',
  'notify.eventbridge',
)

export function decisions(
  documents: SampleDocuments,
  finding: Partial<Finding> = {},
  facts: Partial<DecideFacts> = {},
): readonly Decision[] {
  const whole = { mode: 'apply', now: sampleNow, request: false, actions: knownActions, ...facts } as const
  return decide(sampleFinding(finding), sampleProject(documents), whole)
}

/** The one decision about a finding with at most one resource; throws for several. */
export function decideOne(
  documents: SampleDocuments,
  finding: Partial<Finding> = {},
  facts: Partial<DecideFacts> = {},
): Decision {
  const [decision, ...others] = decisions(documents, finding, facts)
  if (decision === undefined || others.length > 0) throw new Error('not one decision')
  return decision
}
