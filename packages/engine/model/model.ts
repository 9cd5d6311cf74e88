/**
 * What the engine must decide, written as plainly as can be and apart from it: no index, no compiling, no shared code.
 *
 * A comparison holds both to the same answers. Notes of suppressions, values of parameters, copies of findings and
 * the end of exceptions are not in it.
 */
import { allOf, clausesOf, dealtWith, exceptionFor, isOpen, leftAlone } from './clauses.js'
import type { Project, Rule, Step } from './documents.js'
import { and, type Case, type Clause, judge, judgeWhen, or, type Truth, variable } from './judge.js'
import { leastMode, overridden, writeOut } from './steps.js'
import { viewOf } from './view.js'

/** One decision a target. */
export function decide(cases: readonly Case[], project: Project, mode: string) {
  const covers = cases.map((about) => exceptionFor(about, project))
  const decisions = cases.map((about, at) => {
    const cover = covers[at] ?? null
    const misplaced = misplacement(about)
    if (misplaced !== null)
      return {
        target: about.target.id,
        rules: [],
        exception: cover?.id ?? null,
        skipped: misplaced,
        steps: [],
        held: [],
      }
    if (cover === null) return decideByRules(about, project, mode)
    const rule = `exception:${cover.id}`
    const open = Object.entries(dealtWith).every(
      ([field, done]) =>
        isOpen(field, done, about) === 'yes' || (field !== 'workflow' && isOpen(field, done, about) === 'unknown'),
    )
    const suppressed =
      at === 0 &&
      open &&
      covers.every((one) => one?.truth === 'yes') &&
      cases.every((one) => misplacement(one) === null)
    const step: Step = {
      rule,
      use: 'finding.suppress',
      with: null,
      mode: leastMode(mode, project.mode ?? 'plan'),
      overriddenBy: null,
    }
    return {
      target: about.target.id,
      rules: suppressed ? [rule] : [],
      exception: cover.id,
      skipped: 'exception',
      steps: suppressed ? [step] : [],
      held: cover.truth === 'unknown' ? [{ rule, code: 'exception-indeterminate' }] : [],
    }
  })
  return overridden(decisions, project.rules)
}

/** Why a rule, exception or playbook holds for each target or not, clause by clause. */
export function explain(cases: readonly Case[], id: string, project: Project) {
  return cases.map((about) => {
    const meant = [...project.rules, ...project.exceptions, ...project.playbooks].find((one) => one.id === id)
    const misplaced: Clause = { field: 'target', truth: 'no', children: [] }
    const clauses = [
      ...(meant === undefined ? [] : clausesOf(meant, about)),
      ...(misplacement(about) === null ? [] : [misplaced]),
    ]
    const failing = clauses.filter(({ truth }) => truth !== 'yes')
    return {
      truth: and(clauses.map(({ truth }) => truth)),
      clauses,
      firstFailing: failing[0]?.field ?? null,
      missedBy: failing.length,
      exception: exceptionFor(about, project)?.id ?? null,
    }
  })
}

/** The targets of a raw finding, or the code that it is refused with. */
export function casesOf(
  raw: unknown,
  { groups }: Project,
  { now, request }: Pick<Case, 'now' | 'request'>,
): readonly Case[] | string {
  const view = viewOf(raw)
  return typeof view === 'string' ? view : view.targets.map((target) => ({ view, target, groups, now, request }))
}
/** Why it is not clear where to act, or `null`. */
function misplacement(about: Case): string | null {
  const account = variable('account', about)
  const theirs = variable('resource.account', about)
  const partition = variable('resource.partition', about)
  const theirPartition = variable('partition', about)
  const region = variable('resource.region', about) ?? variable('region', about)
  const updated = variable('updated', about)
  if (account === null || account === 'unreadable') return 'no-account'
  if (theirs !== null && theirs !== account) return 'account-mismatch'
  if (partition === 'unreadable' || (partition ?? theirPartition) !== (theirPartition ?? partition))
    return 'partition-mismatch'
  const anywhere = String(variable('resource.type', about)).startsWith('AWS::IAM::')
  if (!anywhere && (region === null || region === 'unreadable')) return 'region-unknown'
  return updated === 'unreadable' || Date.parse(String(updated)) > about.now + 15 * 60_000 ? 'future' : null
}

function decideByRules(about: Case, project: Project, mode: string) {
  const rules: string[] = []
  const steps: Step[] = []
  const held: { rule: string; code: string }[] = []
  const alone: string[] = []
  for (const rule of project.rules) {
    const match = allOf(judge(rule.match, about))
    const when = rule.when === undefined ? 'yes' : judgeWhen(rule.when, about)
    if (match === 'no' || when === 'no') continue
    const left = leftAlone(rule, about).find(([, truth]) => truth !== 'yes')
    if (left !== undefined) {
      alone.push(left[0])
      continue
    }
    const veto = or((rule.unless ?? []).map((unless) => allOf(judge(unless, about))))
    const code = holdOf(rule, { match, veto, when }, about)
    const written = code === null ? writeOut(rule, about, project, mode) : [code]
    for (const step of written) {
      if (typeof step === 'string') held.push({ rule: rule.id, code: step })
      else steps.push(step)
    }
    if (written.some((step) => typeof step !== 'string')) rules.push(rule.id)
    if (rule.stop === true && (code === null || code.endsWith('indeterminate'))) break
  }
  const skipped = rules.length > 0 ? null : (alone[0] ?? held[0]?.code ?? 'no-rule')
  return { target: about.target.id, rules, exception: null, skipped, steps, held }
}

function holdOf(rule: Rule, truths: { match: Truth; veto: Truth; when: Truth }, about: Case): string | null {
  if (rule.on === 'request' && !about.request) return 'on-request'
  if (truths.veto === 'yes') return 'unless'
  if (truths.match === 'unknown') return 'indeterminate'
  if (truths.veto === 'unknown') return 'unless-indeterminate'
  if (truths.when === 'unknown') return 'when-indeterminate'
  return null
}
