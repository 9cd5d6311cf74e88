/**
 * Decides a sample finding by documents written as objects, as of `sampleNow`, in mode `apply`.
 */
import type { Decision } from '../contracts/decision.js'
import type { Finding } from '../contracts/finding.js'
import type { LoadedProject } from '../contracts/loaded.js'
import { decide } from '../decide/decide.js'
import type { DecideFacts } from '../decide/draft.js'
import { prepare } from '../decide/prepare.js'
import type { Prepared } from '../decide/prepared.js'
import { createMatchSet } from '../match/create-match-set.js'
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

/** A project as an engine prepares it. */
export function prepared(project: LoadedProject, actions = knownActions): Prepared {
  return prepare(project, actions, createMatchSet)
}

export function decisions(
  documents: SampleDocuments,
  finding: Partial<Finding> = {},
  facts: Partial<DecideFacts> = {},
  actions = knownActions,
): readonly Decision[] {
  const whole = { mode: 'apply', now: sampleNow, request: false, ...facts } as const
  return decide(sampleFinding(finding), prepared(sampleProject(documents), actions), whole)
}

/** The one decision about a finding with at most one resource; throws for several. */
export function decideOne(
  documents: SampleDocuments,
  finding: Partial<Finding> = {},
  facts: Partial<DecideFacts> = {},
  actions = knownActions,
): Decision {
  const [decision, ...others] = decisions(documents, finding, facts, actions)
  if (decision === undefined || others.length > 0) throw new Error('not one decision')
  return decision
}
