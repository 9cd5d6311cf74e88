/**
 * From a bundle to what `decide` works on: the same project that was built, without YAML and without schemas.
 *
 * What was checked when it was built is not checked again. The format, the version of the engine, the hash and the
 * actions are.
 */
import { checkActions } from './bundle/check-actions.js'
import { openBundle } from './bundle/open-bundle.js'
import { unpackMatches } from './bundle/unpack-matches.js'
import type { Action } from './contracts/action.js'
import type { Bundle, BundledException, BundledPlaybook, BundledRule } from './contracts/bundle.js'
import type { Condition, LoadedException, LoadedPlaybook, LoadedProject, LoadedRule } from './contracts/loaded.js'
import { RedressError } from './contracts/problem.js'
import { createMatcher } from './match/create-matcher.js'
import { catalogRules } from './rules/catalog-rules.js'

/**
 * Reads a bundle, or its text. Rejects with `bundle.not-a-bundle`, `bundle.version` or `bundle.damaged`, and with all
 * problems where a rule uses an action that is not among those given.
 */
export async function loadBundle(
  bundle: unknown,
  { actions }: { readonly actions: readonly Action[] },
): Promise<LoadedProject> {
  const opened = await openBundle(bundle)
  refuseMissing(opened, actions)
  const playbooks = new Map(opened.playbooks.map((each) => [each.playbook.id, loadPlaybook(each)]))
  const conditionOf = await conditions(opened.rules ?? [])
  return {
    project: opened.project,
    rules: opened.rules?.map((each) => loadRule(each, conditionOf)) ?? catalogRules(playbooks.values()),
    exceptions: opened.exceptions.map(loadException),
    playbooks,
    standards: opened.standards,
    tests: [],
    hash: opened.hash,
  }
}

function refuseMissing({ rules, playbooks }: Bundle, actions: readonly Action[]): void {
  const problems = checkActions(rules ?? [], playbooks, new Map(actions.map((action) => [action.name, action])))
  const [first] = problems
  if (first === undefined) return
  const more = problems.length === 1 ? '' : `, and ${problems.length - 1} more`
  throw new RedressError(first.code, `the bundle does not load: ${first.message}${more}`, {
    problems,
    ...(first.hint === null ? {} : { hint: first.hint }),
  })
}

type ConditionOf = (rule: BundledRule['rule']) => Condition | null

/** What judges a `when` takes longer to import than most bundles to load, and most rules have none. */
async function conditions(rules: readonly BundledRule[]): Promise<ConditionOf> {
  if (rules.every(({ rule }) => rule.when === undefined)) return () => null
  const { compileWhen } = await import('./when/compile-when.js')
  return ({ when }) => (when === undefined ? null : compileWhen(when, '').condition)
}

function loadRule({ rule, origin, mode, compiled }: BundledRule, conditionOf: ConditionOf): LoadedRule {
  const { match, unless } = unpackMatches(rule.match, rule.unless, compiled)
  return {
    rule,
    origin,
    match: createMatcher(match),
    unless: unless.map(createMatcher),
    when: conditionOf(rule),
    mode,
  }
}

function loadException({ exception, origin, endsAt, compiled }: BundledException): LoadedException {
  const { match } = unpackMatches(exception.match, undefined, compiled)
  return { exception, origin, match: createMatcher(match), endsAt }
}

function loadPlaybook({ playbook, origin, compiled }: BundledPlaybook): LoadedPlaybook {
  const { match, unless } = unpackMatches(playbook.match, playbook.unless, compiled)
  return { playbook, origin, match: createMatcher(match), unless: unless.map(createMatcher) }
}
