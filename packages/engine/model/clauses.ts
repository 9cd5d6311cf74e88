/** The clauses that rules, exceptions and playbooks come to, and the exception that covers a target. */
import type { Project, Rule } from './documents.js'
import { and, type Case, type Clause, judge, judgeWhen, not, type Truth, truthOf, variable } from './judge.js'

/** Values of findings that somebody has dealt with. */
export const dealtWith = { workflow: ['SUPPRESSED', 'RESOLVED'], record: ['ARCHIVED'], compliance: ['PASSED'] }

/** The clauses of a match, of what a rule leaves alone by default, and of the rest of a rule, exception or playbook. */
export function clausesOf(rule: Rule, about: Case): readonly Clause[] {
  const plain = (field: string, truth: Truth): Clause => ({ field, truth, children: [] })
  const vetoes = (rule.unless ?? []).map((match): Clause => {
    const children = judge(match, about)
    return { field: 'unless', truth: not(allOf(children)), children }
  })
  return [
    ...judge(rule.match, about),
    ...leftAlone(rule, about).map(([field, truth]) => plain(field, truth)),
    ...(rule.on === undefined ? [] : [plain('on', truthOf(about.request))]),
    ...vetoes,
    ...(rule.when === undefined ? [] : [plain('when', judgeWhen(rule.when, about))]),
    ...(rule.expires === undefined ? [] : [plain('expires', truthOf(isInForce(rule, about)))]),
  ]
}

/** What a rule that does not mention workflow, record or compliance leaves alone: the field, and whether it lets it pass. */
export function leftAlone(rule: Rule, about: Case): readonly (readonly [string, Truth])[] {
  if (rule.expires !== undefined || rule.version !== undefined) return []
  return Object.entries(dealtWith).flatMap(([field, done]) =>
    mentions(rule.match, field) ? [] : [[field, isOpen(field, done, about)] as const],
  )
}

export function isOpen(field: string, done: readonly string[], about: Case): Truth {
  const value = variable(field, about)
  return value === 'unreadable' ? 'unknown' : truthOf(!done.includes(String(value)))
}

/** Whether a match names a field, at any depth. */
function mentions(match: object, field: string): boolean {
  return Object.entries(match).some(([name, wanted]) =>
    name === 'any' || name === 'all' ? wanted.some((inner: object) => mentions(inner, field)) : name === field,
  )
}

export const allOf = (clauses: readonly Clause[]): Truth => and(clauses.map(({ truth }) => truth))
/** To the end of its last day. */
const isInForce = ({ expires = '' }: Rule, { now }: Case) => now < Date.parse(expires) + 86_400_000

/** The first exception that covers a target, or else the first that may. */
export function exceptionFor(
  about: Case,
  { exceptions }: Project,
): { readonly id: string; readonly truth: Truth } | null {
  const judged = exceptions
    .filter((exception) => isInForce(exception, about))
    .map(({ id, match }) => ({ id, truth: allOf(judge(match, about)) }))
  return judged.find(({ truth }) => truth === 'yes') ?? judged.find(({ truth }) => truth === 'unknown') ?? null
}
