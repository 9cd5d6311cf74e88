/**
 * Whether the actions at hand are those that the rules of a bundle were built for.
 *
 * A bundle is built with one set of actions and loaded with another, perhaps of a later version. A rule whose action or
 * whose parameter is missing would be found out only when a finding comes, so it is refused here, as in YAML. Playbooks
 * that no rule names may want actions that are not there, because a Lambda brings only the few that it needs.
 */
import type { Action } from '../contracts/action.js'
import type { BundledPlaybook, BundledRule } from '../contracts/bundle.js'
import type { Playbook } from '../contracts/documents/playbook.js'
import type { Rule } from '../contracts/documents/rules.js'
import type { Step } from '../contracts/documents/step.js'
import { namedControls } from '../contracts/named-controls.js'
import { didYouMean } from '../contracts/nearest.js'
import type { Problem } from '../contracts/problem.js'
import { parseUse, type StepUse } from '../contracts/step-use.js'

/** All problems, each at the rule that it stops. */
export function checkActions(
  rules: readonly BundledRule[],
  playbooks: readonly BundledPlaybook[],
  actions: ReadonlyMap<string, Action>,
): readonly Problem[] {
  const problems: Problem[] = []
  const playbooksOf = findPlaybooks(playbooks.map(({ playbook }) => playbook))
  for (const { rule, origin } of rules) {
    for (const step of rule.steps) {
      const use = parseUse(step.use)
      if (use?.kind === 'action') {
        const problem = stepProblem(step, actions)
        if (problem !== null) problems.push({ ...origin, ...problem })
      } else if (use !== null) {
        for (const playbook of playbooksOf(use, rule)) {
          for (const problem of playbookProblems(playbook, actions)) problems.push({ ...origin, ...problem })
        }
      }
    }
  }
  return problems
}

function playbookProblems({ id, steps }: Playbook, actions: ReadonlyMap<string, Action>): readonly StepProblem[] {
  return steps.flatMap((step) => {
    const problem = parseUse(step.use)?.kind === 'action' ? stepProblem(step, actions) : null
    return problem === null ? [] : [{ ...problem, message: `playbook \`${id}\`: ${problem.message}` }]
  })
}

type StepProblem = Pick<Problem, 'code' | 'message' | 'hint'>

function stepProblem({ use, with: given = {} }: Step, actions: ReadonlyMap<string, Action>): StepProblem | null {
  const action = actions.get(use)
  if (action === undefined) {
    const hint = didYouMean(use, actions.keys()) ?? 'give this action too, or take it out of the rules'
    return { code: 'rules.unknown-action', message: `the action \`${use}\` is not among those given`, hint }
  }
  const { properties, required = [] } = action.params
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(properties, name)) return wrongParameter(`the action \`${use}\` has no parameter \`${name}\``)
  }
  for (const name of required) {
    if (!Object.hasOwn(given, name)) return wrongParameter(`the action \`${use}\` wants the parameter \`${name}\``)
  }
  return null
}

function wrongParameter(message: string): StepProblem {
  return { code: 'rules.parameter', message, hint: 'build the bundle with the actions that it is loaded with' }
}

/** Finds the playbooks that a step names, or that are for the controls that its rule names. */
function findPlaybooks(playbooks: readonly Playbook[]): (use: StepUse, rule: Rule) => readonly Playbook[] {
  const byId = new Map(playbooks.map((playbook) => [playbook.id, playbook]))
  const byControl = new Map<string, Playbook[]>()
  for (const playbook of playbooks) {
    for (const control of namedControls(playbook.match) ?? []) {
      byControl.set(control, [...(byControl.get(control) ?? []), playbook])
    }
  }
  return (use, { match }) => {
    if (use.kind === 'playbook') return [byId.get(use.id) ?? []].flat()
    if (use.kind !== 'playbook-of-control') return []
    return (namedControls(match) ?? []).flatMap((control) => byControl.get(control) ?? [])
  }
}
