/** The steps that a rule comes to for one target, and which of several that set the same field wins. */
import { allOf, clausesOf, isOpen } from './clauses.js'
import type { Project, Rule, Step, Use } from './documents.js'
import { fill } from './fill.js'
import { type Case, judge, variable } from './judge.js'

const modes = ['observe', 'plan', 'approve', 'apply']
const changesResources = (use: string) => !/^(finding|notify)\./.test(use)

/** The steps of a rule with their values, up to the first that has to be held, and of that the code. */
export function writeOut(rule: Rule, about: Case, project: Project, asked: string): readonly (Step | string)[] {
  const product = String(variable('product', about))
  const trusted = product.startsWith('aws/') || rule.trust?.includes(product)
  const mode = leastMode(asked, project.mode ?? 'plan', rule.mode ?? 'apply')
  const written: (Step | string)[] = []
  let changes = false
  for (const unit of (rule.steps ?? []).flatMap((step) => unitsOf(step, about, project))) {
    const steps = typeof unit === 'string' ? [unit] : unit.map((step) => stepOf(step, rule, mode, about))
    const held = steps.find((step) => typeof step === 'string')
    const stopped = steps.some((step) => typeof step !== 'string' && changesResources(step.use))
      ? dealtWithFor(about)
      : null
    changes ||= held === undefined && steps.some((step) => typeof step !== 'string' && changesResources(step.use))
    written.push(...(held === undefined && stopped === null ? steps : [held ?? stopped ?? '']))
    if (held !== undefined || stopped !== null) break
  }
  return changes && !trusted ? ['untrusted-product'] : written
}

function stepOf(step: Use, rule: Rule, mode: string, about: Case): Step | string {
  const params = fill(step.with ?? {}, rule.id, about)
  return params === undefined ? 'template' : { rule: rule.id, use: step.use, with: params, mode, overriddenBy: null }
}

/** No resource is changed for a finding that is, or may be, suppressed or archived. */
function dealtWithFor(about: Case): string | null {
  if (isOpen('workflow', ['SUPPRESSED'], about) !== 'yes') return 'workflow'
  return isOpen('record', ['ARCHIVED'], about) === 'yes' ? null : 'record'
}

/** What goes together or not at all: a step by itself, or the steps of a playbook; or the code that it is held with. */
function unitsOf(step: Use, about: Case, { playbooks }: Project): readonly (readonly Use[] | string)[] {
  if (!step.use.startsWith('playbook')) return [[step]]
  const control = variable('control', about)
  const named = /^playbook\/(.+)@\d+$/.exec(step.use)?.[1]
  if (named === undefined && control === 'unreadable') return ['no-playbook']
  const id = named ?? control
  const fitting = playbooks.filter((one) => (id === null ? allOf(judge(one.match, about)) === 'yes' : one.id === id))
  if (fitting.length === 0) return ['no-playbook']
  return fitting.map((playbook) => {
    if (allOf(clausesOf(playbook, about)) !== 'yes') return 'playbook-does-not-match'
    return playbook.steps === undefined || playbook.steps.length === 0 ? 'guided' : playbook.steps
  })
}

/** Of steps that set the same field of the finding that of the last rule wins, for whichever target, and what asks for the same. */
export function overridden<Decided extends { readonly steps: readonly Step[] }>(
  decisions: readonly Decided[],
  rules: readonly Rule[],
): readonly Decided[] {
  const field = (use: string) => (use === 'finding.suppress' ? 'finding.set-workflow' : use)
  const all = rules.flatMap(({ id }) => {
    const own = decisions.map(({ steps }) => steps.filter(({ rule }) => rule === id))
    const places = own.flatMap((steps) => [...steps.keys()])
    return [...new Set(places)].sort((a, b) => a - b).flatMap((at) => own.flatMap((steps) => steps.slice(at, at + 1)))
  })
  const settle = (step: Step): Step => {
    const last = step.use.startsWith('finding.') ? all.findLast(({ use }) => field(use) === field(step.use)) : undefined
    const same = last === undefined || JSON.stringify([last.use, last.with]) === JSON.stringify([step.use, step.with])
    return same ? step : { ...step, overriddenBy: last.rule }
  }
  return decisions.map((decision) => ({ ...decision, steps: decision.steps.map(settle) }))
}

/** The least of some modes. */
export function leastMode(...given: readonly string[]): string {
  return modes[Math.min(...given.map((mode) => modes.indexOf(mode)))] ?? 'observe'
}
