/**
 * Goes through the rules for one target, in order, and gathers the steps of all that act.
 *
 * A rule whose steps change resources is held as a whole where the product is not trusted; where the finding is
 * suppressed or archived, its steps end before the first that changes one.
 */
import type { HeldRule } from '../contracts/decision.js'
import type { LoadedRule } from '../contracts/loaded.js'
import type { Subject } from '../contracts/match.js'
import type { DecideFacts, Draft, Expanded } from './draft.js'
import { expandSteps } from './expand-steps.js'
import { judgeRule } from './judge-rule.js'
import type { OrderedStep } from './overrides.js'
import type { Prepared } from './prepared.js'
import { changesResources, isTrusted, noChangesFor } from './skips.js'

/** `target` is the index of the target in the finding. */
export function applyRules(subject: Subject, prepared: Prepared, facts: DecideFacts, target: number): Draft {
  const rules: string[] = []
  const steps: OrderedStep[] = []
  const held: HeldRule[] = []
  const reasons: string[] = []
  for (const { position, truth } of prepared.ruleSet.matching(subject)) {
    const rule = prepared.rules[position]
    if (rule === undefined) continue
    const verdict = judgeRule(rule, truth, subject, facts.request)
    if (verdict.kind === 'no') continue
    if (verdict.kind === 'left-alone') {
      reasons.push(verdict.field)
      continue
    }
    if (verdict.kind === 'held') {
      held.push(verdict.held)
      if (verdict.stops) break
      continue
    }
    const { loaded, constant } = rule
    const written = constant?.get(facts.mode) ?? expandSteps(loaded, { prepared, subject, mode: facts.mode })
    const expanded = permitted(loaded, subject, written)
    if (expanded.steps.length > 0) rules.push(loaded.rule.id)
    let at = 0
    for (const step of expanded.steps) steps.push({ step, order: [position, at++, target] })
    if (expanded.held !== null) held.push(expanded.held)
    if (loaded.rule.stop === true) break
  }
  return { rules, steps, held, skipped: steps.length > 0 ? null : (reasons[0] ?? held[0]?.code ?? 'no-rule') }
}

/** Position of the first step that changes a resource, else -1. */
function firstChange({ steps }: Expanded): number {
  for (let index = 0; index < steps.length; index++) if (changesResources(steps[index]?.use ?? '')) return index
  return -1
}

/** The steps that this finding may bring about. */
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
