/**
 * Everything about a project that deciding needs for every finding, worked out once.
 *
 * The sets judge many matches at once; who makes them is handed in, because a stage knows no other.
 */
import type { Action } from '../contracts/action.js'
import type { Playbook } from '../contracts/documents/playbook.js'
import type { LoadedProject } from '../contracts/loaded.js'
import type { Matcher, MatchSet } from '../contracts/match.js'
import { remember } from '../contracts/remember.js'
import { secretParams, secretPlaces } from '../contracts/secrets.js'
import { playbookOfControl } from './find-playbooks.js'
import { type PreparedStep, prepareStep } from './prepare-steps.js'
import type { Prepared } from './prepared.js'
import { PreparedRule } from './prepared-rule.js'

export function prepare(
  loaded: LoadedProject,
  actions: ReadonlyMap<string, Action>,
  createMatchSet: (matchers: readonly Matcher[]) => MatchSet,
): Prepared {
  const secretive = new Set(
    [...actions].flatMap(([name, { params }]) => (secretParams(params).length > 0 ? [name] : [])),
  )
  const known = { actions, secretive }
  return {
    loaded,
    actions,
    rules: loaded.rules.map((rule) => new PreparedRule(rule, known)),
    ruleSet: createMatchSet(loaded.rules.map(({ match }) => match)),
    exceptions: loaded.exceptions,
    exceptionSet: createMatchSet(loaded.exceptions.map(({ match }) => match)),
    secrets: secretPlaces(loaded, actions),
    secretive,
    playbookOf: remember((control) => playbookOfControl(loaded, control)),
    stepsOf: onceFor(({ steps }) => steps.map((step) => prepareStep(step, known))),
  }
}

function onceFor(prepareOf: (playbook: Playbook) => readonly PreparedStep[]) {
  const known = new WeakMap<Playbook, readonly PreparedStep[]>()
  return (playbook: Playbook) => {
    const steps = known.get(playbook) ?? prepareOf(playbook)
    known.set(playbook, steps)
    return steps
  }
}
