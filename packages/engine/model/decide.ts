/**
 * What is decided about each target of a finding, and why: exceptions come first, then one rule after the other.
 * Notes of suppressions, values of parameters, copies of findings and the end of exceptions are not in it.
 */
import type { Rule, Use } from './documents.js'
import { allOf, type Case, clausesOf, everything, judge, judgeField, openness, variable } from './match.js'
import { unreadable } from './normalise.js'

/** A step with its parameters filled in; `order` is its place among the steps of all rules. */
type Step = Readonly<{ rule: string; use: string; with: unknown; mode: string; order: number }>

/** One decision for each target. */
export function decide(cases: readonly Case[], asked: string) {
  const covers = cases.map(exceptionFor)
  const isCovered = cases.every((about, at) => covers[at]?.truth === 1 && misplacement(about) === null)
  const decisions = cases.map((about, at) => {
    const misplaced = misplacement(about)
    const exception = covers[at]?.id ?? null
    const mode = leastOf(asked, about.project.mode ?? 'plan')
    if (misplaced === null && exception === null) return { target: about.id, exception, ...playRules(about, mode) }
    const rule = `exception:${exception}`
    const rules = at === 0 && isCovered && isOpen(about) ? [rule] : []
    const steps = rules.map(() => ({ rule, use: 'finding.suppress', with: null, mode, order: 0 }))
    const isDoubtful = misplaced === null && covers[at]?.truth === 0
    const held = isDoubtful ? [{ rule, code: 'exception-indeterminate' }] : []
    return { target: about.id, exception, rules, skipped: misplaced ?? 'exception', steps, held }
  })
  const all = decisions.flatMap(({ steps }): readonly Step[] => steps).toSorted((a, b) => a.order - b.order)
  return decisions.map((decision) => ({ ...decision, steps: decision.steps.map((step) => settled(step, all)) }))
}

/** Of steps that set the same field of the finding, for whichever target, the last wins; the same twice is fine. */
function settled({ order, ...step }: Step, all: readonly Step[]) {
  const field = (use: string) => (use === 'finding.suppress' ? 'finding.set-workflow' : use)
  const last = all.findLast(({ use }) => field(use) === field(step.use)) ?? step
  const isSame = JSON.stringify([last.use, last.with]) === JSON.stringify([step.use, step.with])
  return { ...step, overriddenBy: isSame || !step.use.startsWith('finding.') ? null : last.rule }
}

/** Every clause of a rule, exception or playbook with its truth, for each target, and how near it came. */
export function explain(cases: readonly Case[], id: string) {
  return cases.map((about) => {
    const { rules, exceptions, playbooks } = about.project
    const asked = [...rules, ...exceptions, ...playbooks].filter((one) => one.id === id)
    const misplaced = misplacement(about) === null ? [] : [{ field: 'target', truth: -1 }]
    const clauses = [...asked.flatMap((one) => everything(one, about)), ...misplaced]
    const failing = clauses.filter(({ truth }) => truth < 1)
    const nearness = { firstFailing: failing[0]?.field ?? null, missedBy: failing.length }
    return { truth: allOf(clauses), clauses, ...nearness, exception: exceptionFor(about)?.id ?? null }
  })
}

/** The first exception that covers a target, or else the first that may. */
function exceptionFor(about: Case) {
  const judged = about.project.exceptions.map((one) => ({ id: one.id, truth: allOf(everything(one, about)) }))
  return judged.find(({ truth }) => truth === 1) ?? judged.find(({ truth }) => truth === 0)
}

/** Nothing is suppressed that may be dealt with already; only a doubtful record or compliance does not matter. */
const isOpen = (about: Case) =>
  openness(about).every(({ field, truth }) => truth === 1 || (truth === 0 && field !== 'workflow'))

const leastOf = (...modes: readonly string[]) =>
  ['observe', 'plan', 'approve', 'apply'].find((mode) => modes.includes(mode)) ?? 'observe'

/** Why it is not clear where to act, or `null`. */
function misplacement({ read, now }: Case): string | null {
  const [account, owner, partition, home] = ['account', 'resource.account', 'resource.partition', 'partition'].map(read)
  const [region, updated] = [read('resource.region') ?? read('region'), read('updated')]
  const hasMain = ['aws', 'aws-cn', 'aws-us-gov'].includes(String(partition ?? home))
  const isAnywhere = hasMain && String(read('resource.type')).startsWith('AWS::IAM::')
  if (typeof account !== 'string') return 'no-account'
  if (owner !== null && owner !== account) return 'account-mismatch'
  if (partition === unreadable || (partition ?? home) !== (home ?? partition)) return 'partition-mismatch'
  if (typeof region !== 'string' && !isAnywhere) return 'region-unknown'
  return updated === unreadable || Date.parse(String(updated)) > now + 15 * 60_000 ? 'future' : null
}

/** What holds back a rule that matches or may match: which clauses, with which truth, and the code. */
const holds = [
  ['on', -1, 'on-request'],
  ['unless', -1, 'unless'],
  ['match', 0, 'indeterminate'],
  ['unless', 0, 'unless-indeterminate'],
  ['when', 0, 'when-indeterminate'],
] as const

function playRules(about: Case, mode: string) {
  const steps: Step[] = []
  const held: { rule: string; code: string }[] = []
  const leftAlone: string[] = []
  for (const rule of about.project.rules) {
    const clauses = clausesOf(rule, about)
    const closed = clauses.open.find(({ truth }) => truth < 1)
    if (allOf([...clauses.match, ...clauses.when]) === -1) continue
    if (closed !== undefined) leftAlone.push(closed.field)
    if (closed !== undefined) continue
    const hold = holds.find(([part, truth]) => allOf(clauses[part]) === truth)?.[2] ?? null
    const written = hold === null ? writeOut(rule, about, mode) : { steps: [], code: hold }
    steps.push(...written.steps)
    if (written.code !== null) held.push({ rule: rule.id, code: written.code })
    if (rule.stop === true && (hold === null || hold.endsWith('indeterminate'))) break
  }
  const rules = [...new Set(steps.map(({ rule }) => rule))]
  return { rules, skipped: rules.length > 0 ? null : (leftAlone[0] ?? held[0]?.code ?? 'no-rule'), steps, held }
}

/** The steps of a rule up to the first that is held, or changes a resource where none may be; and the code of that. */
function writeOut(rule: Rule, about: Case, most: string): { steps: readonly Step[]; code: string | null } {
  const product = String(about.read('product'))
  const isTrusted = product.startsWith('aws/') || rule.trust?.includes(product)
  const isArchived = judgeField('record', 'ARCHIVED', about) > -1
  const dealtWith = judgeField('workflow', 'SUPPRESSED', about) > -1 ? 'workflow' : isArchived ? 'record' : null
  const shared = { rule: rule.id, mode: leastOf(most, rule.mode ?? 'apply') }
  const steps: Step[] = []
  for (const unit of (rule.steps ?? []).flatMap((step) => unitsOf(step, about))) {
    if (typeof unit === 'string') return { steps, code: unit }
    const order = about.project.rules.indexOf(rule) * 10_000 + steps.length
    const filled = unit.map(({ use, with: params = {} }, at): Step => {
      return { ...shared, use, with: fill(params, rule.id, about), order: order + at }
    })
    const change = filled.findIndex(({ use }) => !/^(finding|notify)\./.test(use))
    if (filled.some((step) => step.with === undefined)) return { steps, code: 'template' }
    if (change >= 0 && !isTrusted) return { steps: [], code: 'untrusted-product' }
    if (change >= 0 && dealtWith !== null) return { steps, code: dealtWith }
    steps.push(...filled)
  }
  return { steps, code: null }
}

/** What goes together or not at all: a step by itself, or the steps of a playbook; or the code that it is held with. */
function unitsOf(step: Use, about: Case): readonly (readonly Use[] | string)[] {
  if (!step.use.startsWith('playbook')) return [[step]]
  const id = /^playbook\/(.+)@\d+$/.exec(step.use)?.[1] ?? about.read('control')
  const isMeant = (one: Rule) => (id === null ? allOf(judge(one.match, about)) === 1 : one.id === id)
  const units = about.project.playbooks.filter(isMeant).map((one) => {
    if (allOf(everything(one, about)) < 1) return 'playbook-does-not-match'
    return one.steps?.length ? one.steps : 'guided'
  })
  return units.length === 0 ? ['no-playbook'] : units
}

const filters: Record<string, (value: unknown) => unknown> = {
  upper: (value) => String(value).toUpperCase(),
  lower: (value) => String(value).toLowerCase(),
  first: (value) => [value].flat()[0],
  join: (value) => (Array.isArray(value) ? value.join(', ') : value),
  json: (value) => JSON.stringify(value),
}

/** Parameters with their `${…}` filled in; `undefined` where one of them is not there. */
function fill(params: unknown, rule: string, about: Case): unknown {
  let isMissing = false
  const evaluate = (expression: string) => {
    const [name = '', filter = ''] = expression.split('|').map((word) => word.trim())
    const found = name === 'rule.id' ? rule : variable(name, about)
    isMissing ||= found === null || found === unreadable
    return filters[filter]?.(found) ?? found
  }
  const filled = JSON.parse(JSON.stringify(params), (_, part) => {
    if (typeof part !== 'string') return part
    const [, whole] = /^\$\{([^}]*)\}$/.exec(part) ?? []
    if (whole !== undefined) return evaluate(whole)
    return part.replaceAll(/\$(\$\{)|\$\{([^}]*)\}/g, (_all, brace, inner) => brace ?? String(evaluate(inner)))
  })
  return isMissing ? undefined : filled
}
