/**
 * Decides what is to be done about one finding: one decision per target, also where nothing is.
 *
 * Pure: the same finding, project and time give the same decisions. Exceptions come first and always win; then the
 * rules, in their order.
 */
import type { DecidedStep, Decision, HeldRule } from '../contracts/decision.js'
import type { Finding, FindingRef } from '../contracts/finding.js'
import { findingRef } from '../contracts/finding-ref.js'
import type { Subject } from '../contracts/match.js'
import { leastMode } from '../contracts/modes.js'
import { applyRules } from './apply-rules.js'
import type { DecideFacts, Draft } from './draft.js'
import { type Covering, exceptionFor, heldInDoubt, restoration, suppression } from './exceptions.js'
import { markOverrides, type OrderedStep, orderOf } from './overrides.js'
import type { Prepared } from './prepared.js'
import { type Target, targetsOf } from './targets.js'

export function decide(finding: Finding, prepared: Prepared, facts: DecideFacts): readonly Decision[] {
  const targets = targetsOf(finding, facts.now).map((target): Judged => {
    const subject: Subject = { finding, resource: target.resource, now: facts.now }
    return { target, subject, covering: exceptionFor(subject, prepared) }
  })
  const ownSteps = exceptionSteps(finding, targets, prepared, facts)
  const drafted = targets.map((judged, index) => {
    const draft = draftFor(judged, prepared, facts, index)
    return { judged, draft: index === ownSteps.at ? withOwnSteps(draft, ownSteps) : draft }
  })
  const steps = markOverrides(drafted.map(({ draft }) => draft.steps))
  const ref = findingRef(finding)
  return drafted.map(({ judged, draft }, index) => toDecision(ref, finding, judged, draft, steps[index] ?? []))
}

/** A target and the exception that covers it. */
interface Judged {
  readonly target: Target
  readonly subject: Subject
  readonly covering: Covering | null
}

function toDecision(
  ref: FindingRef,
  { control }: Finding,
  { target, covering }: Judged,
  { rules, held, skipped }: Draft,
  steps: readonly DecidedStep[],
): Decision {
  return {
    finding: ref,
    target: target.resource?.id ?? null,
    account: target.account,
    region: target.region,
    partition: target.partition,
    control,
    rules,
    exception: covering?.exception.exception.id ?? null,
    steps,
    held,
    skipped,
  }
}

function draftFor({ target, subject, covering }: Judged, prepared: Prepared, facts: DecideFacts, index: number): Draft {
  if (target.skipped !== null) return { rules: [], steps: [], held: [], skipped: target.skipped }
  if (covering !== null) {
    const held = covering.certain ? [] : [heldInDoubt(covering, subject)]
    return { rules: [], steps: [], held, skipped: 'exception' }
  }
  return applyRules(subject, prepared, facts, index)
}

interface OwnSteps {
  /** Index of the target that carries them; -1 where there are none. */
  readonly at: number
  readonly steps: readonly OrderedStep[]
  readonly held: readonly HeldRule[]
}

const noSteps: OwnSteps = { at: -1, steps: [], held: [] }

/** Suppressing or setting back concerns the finding as a whole and stands on its first target. */
function exceptionSteps(
  finding: Finding,
  targets: readonly Judged[],
  { loaded }: Prepared,
  facts: DecideFacts,
): OwnSteps {
  // Nothing to suppress, and nothing that was.
  if (finding.workflow !== 'SUPPRESSED' && targets.every(({ covering }) => covering === null)) return noSteps
  const mode = leastMode(facts.mode, loaded.project?.mode ?? 'plan')
  const at = targets.findIndex(({ target }) => target.skipped === null)
  const coverings = targets.map(({ covering }) => covering)
  const isWhole = targets.every(({ target }) => target.skipped === null)
  const suppress = isWhole ? suppression(finding, coverings, mode) : null
  const restore = at === -1 ? null : restoration(finding, coverings, loaded, { mode, now: facts.now })
  const step = suppress ?? restore?.step
  // Exceptions stand before all rules: a rule that sets the same field on purpose is the later one.
  if (step === undefined) return noSteps
  return { at, steps: [{ step, order: orderOf(-1, 0, at) }], held: restore === null ? [] : [restore.held] }
}

function withOwnSteps(draft: Draft, own: OwnSteps): Draft {
  const isRestored = own.held.length > 0
  return {
    rules: [...own.steps.map(({ step }) => step.rule), ...draft.rules],
    steps: [...own.steps, ...draft.steps],
    held: [...own.held, ...draft.held],
    skipped: isRestored ? null : draft.skipped,
  }
}
