/**
 * Says clause by clause why a rule, playbook or exception holds for each target of a finding, or why not.
 *
 * Every clause is judged, also behind one that failed, and what a rule does not mention but keeps to (workflow,
 * record, compliance) is listed as a clause too. So the first failing clause and the number of them are honest.
 */
import type { Explanation } from '../contracts/decision.js'
import type { Finding } from '../contracts/finding.js'
import type { Json } from '../contracts/json.js'
import type { LoadedException, LoadedPlaybook, LoadedProject, LoadedRule } from '../contracts/loaded.js'
import type { ClauseTrace, Subject, Truth } from '../contracts/match.js'
import { allOf, negate, truthOf } from '../contracts/truth.js'
import type { DecideFacts } from './draft.js'
import { exceptionFor, ruleOf } from './exceptions.js'
import { isRequested } from './judge-rule.js'
import type { Prepared, PreparedExceptions } from './prepared.js'
import { defaultClauses, judgeDefault } from './skips.js'
import { type Target, targetsOf } from './targets.js'

/**
 * One explanation per target. `id` is that of a rule, an exception (`exception:<id>` where a rule has the same) or a
 * playbook; an id that nothing has gives an empty list.
 */
export function explain(
  finding: Finding,
  id: string,
  prepared: Prepared,
  facts: Pick<DecideFacts, 'now' | 'request'>,
): readonly Explanation[] {
  const clausesOf = clausesFor(id, prepared.loaded, facts)
  if (clausesOf === null) return []
  return targetsOf(finding, facts.now).map((target) => {
    const subject: Subject = { finding, resource: target.resource, now: facts.now }
    return explanation(id, target, subject, clausesOf(subject), prepared)
  })
}

/** The rules that one clause keeps from holding for a target, in the order of the rules. */
export function nearMisses(finding: Finding, prepared: Prepared, now: number): readonly Explanation[] {
  return prepared.loaded.rules
    .flatMap(({ rule }) => explain(finding, rule.id, prepared, { now, request: false }))
    .filter(({ missedBy }) => missedBy === 1)
}

type ClausesOf = (subject: Subject) => readonly ClauseTrace[]

function clausesFor(id: string, loaded: LoadedProject, { request }: { readonly request: boolean }): ClausesOf | null {
  const rule = loaded.rules.find((each) => each.rule.id === id)
  if (rule !== undefined) return (subject) => clausesOfRule(rule, subject, request)
  const exception = loaded.exceptions.find((each) => each.exception.id === id || ruleOf(each.exception.id) === id)
  if (exception !== undefined) return (subject) => clausesOfException(exception, subject)
  const playbook = loaded.playbooks.get(id)
  return playbook === undefined ? null : (subject) => clausesOfPlaybook(playbook, subject)
}

function explanation(
  id: string,
  target: Target,
  subject: Subject,
  found: readonly ClauseTrace[],
  exceptions: PreparedExceptions,
): Explanation {
  const clauses = target.skipped === null ? found : [...found, targetClause(target.skipped)]
  const failing = clauses.filter(({ truth }) => truth !== 'yes')
  return {
    rule: id,
    target: target.resource?.id ?? null,
    truth: allOf(clauses.map(({ truth }) => truth)),
    clauses,
    firstFailing: failing[0] ?? null,
    missedBy: failing.length,
    exception: exceptionFor(subject, exceptions)?.exception.exception.id ?? null,
  }
}

function clausesOfRule(loaded: LoadedRule, subject: Subject, request: boolean): readonly ClauseTrace[] {
  const { rule, match, unless, when } = loaded
  const requested = isRequested(subject, request)
  return [
    ...match.explain(subject),
    ...defaultClauses
      .filter(({ field }) => !match.fields.has(field))
      .map((each) => defaultClause(each, subject.finding)),
    ...(rule.on === undefined
      ? []
      : [clause('on', rule.on, null, truthOf(requested), requested ? null : 'not requested')]),
    ...unless.map((each, index) => unlessClause(each.explain(subject), rule.unless?.[index] ?? null)),
    ...(when === null ? [] : [when.explain(subject)]),
  ]
}

function clausesOfPlaybook({ playbook, match, unless }: LoadedPlaybook, subject: Subject): readonly ClauseTrace[] {
  const vetoes = unless.map((each, index) => unlessClause(each.explain(subject), playbook.unless?.[index] ?? null))
  return [...match.explain(subject), ...vetoes]
}

function clausesOfException({ exception, match, endsAt }: LoadedException, subject: Subject): readonly ClauseTrace[] {
  const ended = subject.now >= endsAt
  const expiry = clause('expires', exception.expires, null, truthOf(!ended), ended ? 'expired' : 'in force')
  return [...match.explain(subject), expiry]
}

function defaultClause(each: (typeof defaultClauses)[number], finding: Finding): ClauseTrace {
  const { field, leaves } = each
  return clause(field, { 'none-of': leaves }, finding[field], judgeDefault(finding, each), 'asked by default')
}

/** Holds as long as what it names does not. */
function unlessClause(children: readonly ClauseTrace[], wanted: Json): ClauseTrace {
  const truth = negate(allOf(children.map((child) => child.truth)))
  return { ...clause('unless', wanted, null, truth, truth === 'no' ? 'vetoes' : null), children }
}

function targetClause(skipped: string): ClauseTrace {
  return clause('target', null, null, 'no', skipped)
}

function clause(field: string, wanted: Json, found: Json, truth: Truth, detail: string | null): ClauseTrace {
  return { field, wanted, found, from: null, truth, detail, children: [] }
}
