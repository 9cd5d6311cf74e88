/**
 * Everything about a project that deciding needs for every finding, worked out once.
 *
 * The sets judge many matches at once; who makes them is handed in, because a stage knows no other.
 */
import type { Action } from '../contracts/action.js'
import type { LoadedProject, LoadedRule } from '../contracts/loaded.js'
import type { Matcher, MatchSet } from '../contracts/match.js'
import { modes } from '../contracts/plan.js'
import { remember } from '../contracts/remember.js'
import { secretParams, secretPlaces } from '../contracts/secrets.js'
import { constantSteps } from './expand-steps.js'
import { playbookOfControl } from './find-playbooks.js'
import type { Prepared, PreparedRule } from './prepared.js'
import { defaultClauses } from './skips.js'

export function prepare(
  loaded: LoadedProject,
  actions: ReadonlyMap<string, Action>,
  createMatchSet: (matchers: readonly Matcher[]) => MatchSet,
): Prepared {
  return {
    loaded,
    actions,
    rules: loaded.rules.map((rule) => prepareRule(rule, actions)),
    ruleSet: createMatchSet(loaded.rules.map(({ match }) => match)),
    exceptions: loaded.exceptions,
    exceptionSet: createMatchSet(loaded.exceptions.map(({ match }) => match)),
    secrets: secretPlaces(loaded, actions),
    secretive: new Set([...actions].flatMap(([name, { params }]) => (secretParams(params).length > 0 ? [name] : []))),
    playbookOf: remember((control) => playbookOfControl(loaded, control)),
  }
}

function prepareRule(rule: LoadedRule, actions: ReadonlyMap<string, Action>): PreparedRule {
  const byMode = modes.map((mode) => [mode, constantSteps(rule, actions, mode)] as const)
  const constant = byMode.flatMap(([mode, steps]) => (steps === null ? [] : [[mode, steps] as const]))
  return {
    loaded: rule,
    defaults: defaultClauses.filter(({ field }) => !rule.match.fields.has(field)),
    constant: constant.length === 0 ? null : new Map(constant),
  }
}
