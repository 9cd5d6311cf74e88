/**
 * Rules as `decide` wants them: matches and conditions compiled, modes settled.
 */
import type { Rule, Rules } from '../contracts/documents/rules.js'
import type { LoadedRule } from '../contracts/loaded.js'
import type { PointerProblem } from '../contracts/match.js'
import { leastMode } from '../contracts/modes.js'
import { joinPointer } from '../contracts/pointer.js'
import type { Problem } from '../contracts/problem.js'
import { onlyNotifies } from '../contracts/step-use.js'
import type { CheckContext, Compiled } from './check-context.js'
import { checkMatch, checkUnless } from './check-match.js'
import { checkSteps } from './check-steps.js'
import { originOf, placed, type Sourced } from './documents.js'

const needsToSelect = {
  message: 'a rule that changes something must not match every finding',
  hint: 'name what it is for, or say `matchAll: true`; clauses that exclude do not select',
}

/** Compiles all rules in the order of their files. */
export function compileRules(
  documents: readonly Sourced<Rules>[],
  context: CheckContext,
): { readonly rules: readonly LoadedRule[]; readonly problems: readonly Problem[] } {
  const compiled = documents.flatMap((source) =>
    source.document.rules.map((rule, index) => {
      const { value, problems } = compileRule(rule, joinPointer('/rules', index), source, context)
      return { rule: value, problems: placed(source, problems) }
    }),
  )
  return { rules: compiled.map(({ rule }) => rule), problems: compiled.flatMap(({ problems }) => problems) }
}

function compileRule(rule: Rule, pointer: string, source: Sourced<Rules>, context: CheckContext): Compiled<LoadedRule> {
  const mutates = rule.steps.some(({ use }) => !onlyNotifies(use))
  const select = mutates && rule.matchAll !== true ? needsToSelect : null
  const match = checkMatch(rule.match, joinPointer(pointer, 'match'), context, select)
  const unless = checkUnless(rule.unless, joinPointer(pointer, 'unless'), context)
  const when = rule.when === undefined ? null : context.compilers.when(rule.when, joinPointer(pointer, 'when'))
  const owner = { kind: 'rule', match: rule.match } as const
  const steps = checkSteps(rule.steps, joinPointer(pointer, 'steps'), owner, context, source.source)
  const problems: readonly PointerProblem[] = [
    ...match.problems,
    ...unless.problems,
    ...(when?.problems ?? []),
    ...steps,
  ]
  const ceiling = context.project?.mode ?? 'plan'
  return {
    problems,
    value: {
      rule,
      origin: originOf(source, pointer),
      match: match.value,
      unless: unless.value,
      when: when?.condition ?? null,
      mode: leastMode(rule.mode ?? ceiling, ceiling),
    },
  }
}
