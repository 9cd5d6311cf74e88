/**
 * Whether a rule holds for one target, and if it does not act, why.
 *
 * A rule in doubt never acts. If it says `stop`, it also ends the list: it might have been there to keep later rules
 * away.
 */
import type { HeldRule } from '../contracts/decision.js'
import type { LoadedRule } from '../contracts/loaded.js'
import type { ClauseTrace, Subject, Truth } from '../contracts/match.js'
import { anyHolds } from '../contracts/truth.js'
import type { PreparedRule } from './prepared-rule.js'
import type { DefaultField } from './skips.js'

export type RuleVerdict =
  | { readonly kind: 'no' }
  /** The match holds, but the finding is one that the rule leaves alone: `workflow`, `record`, `compliance`. */
  | { readonly kind: 'left-alone'; readonly field: string }
  | { readonly kind: 'held'; readonly held: HeldRule; readonly stops: boolean }
  | { readonly kind: 'matched' }

/** What rules are judged about; the same for all rules of a target. */
export interface Asked {
  readonly subject: Subject
  /** True when a person asked for this finding. */
  readonly request: boolean
  /** Fields for whose values, known or not, a rule leaves the finding alone unless it mentions them. */
  readonly settled: readonly DefaultField[]
}

/** `matched` is what the rule's match says of the subject. */
export function judgeRule(prepared: PreparedRule, matched: Truth, { subject, request, settled }: Asked): RuleVerdict {
  if (prepared.isPlain && matched === 'yes' && settled.length === 0) return matchedVerdict
  const { loaded, defaults, stops } = prepared
  const { rule, match, unless, when } = loaded
  if (matched === 'no') return { kind: 'no' }
  const condition = when?.judge(subject) ?? 'yes'
  if (condition === 'no') return { kind: 'no' }
  const field = settled.find((each) => defaults.includes(each))
  if (field !== undefined) return { kind: 'left-alone', field }
  if (rule.on === 'request' && !isRequested(subject, request)) {
    return held(loaded, 'on-request', 'it only acts on request: a custom action or the command line', false)
  }
  const vetoed = anyHolds(unless, (each) => each.judge(subject))
  if (vetoed === 'yes') return held(loaded, 'unless', 'an `unless` of it holds', false)
  if (matched === 'unknown') {
    return held(loaded, 'indeterminate', `its match cannot be judged: ${doubtIn(match.explain(subject))}`, stops)
  }
  if (vetoed === 'unknown') {
    const doubt = doubtIn(unless.flatMap((each) => (each.judge(subject) === 'unknown' ? each.explain(subject) : [])))
    return held(loaded, 'unless-indeterminate', `an \`unless\` of it cannot be judged: ${doubt}`, stops)
  }
  if (condition === 'unknown') {
    const doubt = when?.explain(subject).detail ?? 'unknown'
    return held(loaded, 'when-indeterminate', `its \`when\` cannot be judged: ${doubt}`, stops)
  }
  return matchedVerdict
}

const matchedVerdict: RuleVerdict = { kind: 'matched' }

/** The first clause in doubt, in words. */
export function doubtIn(clauses: readonly ClauseTrace[]): string {
  const [first] = clauses.flatMap(leaves).filter(({ truth }) => truth === 'unknown')
  return first === undefined ? 'unknown' : `\`${first.field}\` is ${first.detail ?? 'unknown'}`
}

export function isRequested({ finding }: Subject, request: boolean): boolean {
  return request || finding.arrival === 'custom-action'
}

/** True if the playbook may be used on this target: its match holds and none of its `unless` does or may. */
export function playbookFits({ match, unless }: Pick<LoadedRule, 'match' | 'unless'>, subject: Subject): boolean {
  return match.judge(subject) === 'yes' && unless.every((each) => each.judge(subject) === 'no')
}

function leaves(clause: ClauseTrace): readonly ClauseTrace[] {
  return clause.children.length === 0 ? [clause] : clause.children.flatMap(leaves)
}

function held({ rule }: LoadedRule, code: string, message: string, stops: boolean): RuleVerdict {
  return { kind: 'held', held: { rule: rule.id, code, message, guide: [] }, stops }
}
