/**
 * Decides what is to be done about one finding: one decision per target, also where nothing is.
 *
 * Pure: the same finding, project and time give the same decisions. Exceptions come first and always win; then the
 * rules, in their order.
 */
import type { Decision, HeldRule } from '../contracts/decision.js'
import type { Finding } from '../contracts/finding.js'
import { findingRef } from '../contracts/finding-ref.js'
import type { LoadedProject } from '../contracts/loaded.js'
import type { Subject } from '../contracts/match.js'
import { leastMode } from '../contracts/modes.js'
import { applyRules } from './apply-rules.js'
import type { DecideFacts, Draft } from './draft.js'
import { type Covering, exceptionFor, heldInDoubt, restoration, suppression } from './exceptions.js'
import { markOverrides, type OrderedStep } from './overrides.js'
import { type Target, targetsOf } from './targets.js'

export function decide(finding: Finding, loaded: LoadedProject, facts: DecideFacts): readonly Decision[] {
  const targets = targetsOf(finding, facts.now).map((target) => {
    const subject: Subject = { finding, resource: target.resource, now: facts.now }
    return { target, subject, covering: exceptionFor(subject, loaded) }
  })
  const ownSteps = exceptionSteps(finding, targets, loaded, facts)
  const drafts = targets.map(({ target, subject, covering }, index) => {
    const draft = draftFor(target, subject, covering, loaded, facts, index)
    return index === ownSteps.at ? withOwnSteps(draft, ownSteps) : draft
  })
  const steps = markOverrides(drafts.flatMap((draft) => draft.steps))
  let taken = 0
  return drafts.map((draft, index) => {
    const own = steps.slice(taken, taken + draft.steps.length)
    taken += own.length
    const { target, covering } = targets[index] ?? { target: null, covering: null }
    return {
      finding: findingRef(finding),
      target: target?.resource?.id ?? null,
      account: target?.account ?? null,
      region: target?.region ?? null,
      partition: target?.partition ?? null,
      control: finding.control,
      rules: draft.rules,
      exception: covering?.exception.exception.id ?? null,
      steps: own,
      held: draft.held,
      skipped: draft.skipped,
    }
  })
}

function draftFor(
  target: Target,
  subject: Subject,
  covering: Covering | null,
  loaded: LoadedProject,
  facts: DecideFacts,
  index: number,
): Draft {
  if (target.skipped !== null) return { rules: [], steps: [], held: [], skipped: target.skipped }
  if (covering !== null) {
    const held = covering.certain ? [] : [heldInDoubt(covering, subject)]
    return { rules: [], steps: [], held, skipped: 'exception' }
  }
  return applyRules(subject, loaded, facts, index)
}

interface OwnSteps {
  /** Index of the target that carries them; -1 where there are none. */
  readonly at: number
  readonly steps: readonly OrderedStep[]
  readonly held: readonly HeldRule[]
}

/** Suppressing or setting back concerns the finding as a whole and stands on its first target. */
function exceptionSteps(
  finding: Finding,
  targets: readonly { readonly target: Target; readonly covering: Covering | null }[],
  loaded: LoadedProject,
  facts: DecideFacts,
): OwnSteps {
  const mode = leastMode(facts.mode, loaded.project?.mode ?? 'plan')
  const at = targets.findIndex(({ target }) => target.skipped === null)
  const coverings = targets.map(({ covering }) => covering)
  const isWhole = targets.every(({ target }) => target.skipped === null)
  const suppress = isWhole ? suppression(finding, coverings, mode) : null
  const restore = at === -1 ? null : restoration(finding, coverings, loaded, { mode, now: facts.now })
  const step = suppress ?? restore?.step
  // Exceptions stand before all rules: a rule that sets the same field on purpose is the later one.
  if (step === undefined) return { at: -1, steps: [], held: [] }
  return { at, steps: [{ step, order: [-1, 0, at] }], held: restore === null ? [] : [restore.held] }
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
