/**
 * Goes through the rules for one target, in order, and gathers the steps of all that act.
 *
 * A rule whose steps change resources is held as a whole where the product is not trusted; where the finding is
 * suppressed or archived, its steps end before the first that changes one, or before the playbook that it is in.
 */
import type { HeldRule } from '../contracts/decision.js'
import type { LoadedRule } from '../contracts/loaded.js'
import type { Subject } from '../contracts/match.js'
import type { Mode } from '../contracts/plan.js'
import type { DecideFacts, Draft, Expanded } from './draft.js'
import { expandSteps } from './expand-steps.js'
import { type Asked, judgeRule } from './judge-rule.js'
import { type OrderedStep, orderOf } from './overrides.js'
import type { Prepared } from './prepared.js'
import type { PreparedRule } from './prepared-rule.js'
import { changesResources, isTrusted, noChangesFor, settledFields } from './skips.js'

/** `target` is the index of the target in the finding. */
export function applyRules(subject: Subject, prepared: Prepared, facts: DecideFacts, target: number): Draft {
  const matching = prepared.ruleSet.matching(subject)
  if (matching.length === 0) return noRule
  const asked: Asked = { subject, request: facts.request, settled: settledFields(subject.finding) }
  const rules: string[] = []
  const steps: OrderedStep[] = []
  const held: HeldRule[] = []
  let leftAlone: string | null = null
  for (const { position, truth } of matching) {
    const rule = prepared.rules[position]
    if (rule === undefined) continue
    const verdict = judgeRule(rule, truth, asked)
    if (verdict.kind === 'no') continue
    if (verdict.kind === 'left-alone') {
      leftAlone ??= verdict.field
      continue
    }
    if (verdict.kind === 'held') {
      held.push(verdict.held)
      if (verdict.stops) break
      continue
    }
    const expanded = stepsOf(rule, prepared, subject, facts.mode)
    if (expanded.steps.length > 0) rules.push(rule.id)
    for (let at = 0; at < expanded.steps.length; at++) {
      const step = expanded.steps[at]
      if (step !== undefined) steps.push({ step, order: orderOf(position, at, target) })
    }
    if (expanded.held !== null) held.push(expanded.held)
    if (rule.stops) break
  }
  return { rules, steps, held, skipped: steps.length > 0 ? null : (leftAlone ?? held[0]?.code ?? 'no-rule') }
}

const noRule: Draft = { rules: [], steps: [], held: [], skipped: 'no-rule' }

/** The steps of a rule that this finding may bring about. */
function stepsOf(rule: PreparedRule, prepared: Prepared, subject: Subject, mode: Mode): Expanded {
  const expanded = expandSteps(rule, { prepared, subject, mode })
  return rule.mayChange ? permitted(rule.loaded, subject, expanded) : expanded
}

/** Position of the first step that changes a resource, or of the first of the playbook that does so; else -1. */
function firstChange({ steps }: Expanded): number {
  let first = steps.findIndex(({ use }) => changesResources(use))
  const playbook = steps[first]?.playbook ?? null
  // A playbook that sets the workflow before it changes something must not have said so for nothing.
  while (playbook !== null && steps[first - 1]?.playbook === playbook) first -= 1
  return first
}

function permitted({ rule }: LoadedRule, { finding }: Subject, expanded: Expanded): Expanded {
  const first = firstChange(expanded)
  if (first === -1) return expanded
  const hold = (code: string, message: string): HeldRule => ({ rule: rule.id, code, message, guide: [] })
  if (!isTrusted(finding, rule)) {
    const product = finding.product ?? finding.productArn ?? 'without a product'
    const message = `findings of \`${product}\` change nothing unless the rule lists the product under \`trust\``
    return { steps: [], held: hold('untrusted-product', message) }
  }
  const field = noChangesFor(finding)
  if (field === null) return expanded
  const message = `no resource is changed for a finding that is, or may be, ${field === 'workflow' ? 'suppressed' : 'archived'}`
  return { steps: expanded.steps.slice(0, first), held: hold(field, message) }
}
