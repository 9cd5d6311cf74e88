/**
 * Playbooks as `decide` wants them: those of the catalogue, with the project's own in place of those of the same id.
 *
 * Only own ones are checked in full. The catalogue's were when its bundle was built, and a Lambda that brings a
 * few actions must still load it.
 */
import type { Playbook } from '../contracts/documents/playbook.js'
import type { LoadedPlaybook } from '../contracts/loaded.js'
import type { PointerProblem } from '../contracts/match.js'
import type { Problem } from '../contracts/problem.js'
import { onlyNotifies } from '../contracts/step-use.js'
import type { CheckContext, Compiled } from './check-context.js'
import { checkMatch, checkUnless } from './check-match.js'
import { checkParameters } from './check-parameters.js'
import { checkSteps } from './check-steps.js'
import { originOf, placed, type Sourced } from './documents.js'

const needsToSelect = {
  message: 'a playbook that changes something must not match every finding',
  hint: 'name its control or resource type; clauses that exclude do not select',
}

/** Compiles the playbooks by id. */
export function compilePlaybooks(
  catalogue: readonly Sourced<Playbook>[],
  own: readonly Sourced<Playbook>[],
  context: CheckContext,
): { readonly playbooks: ReadonlyMap<string, LoadedPlaybook>; readonly problems: readonly Problem[] } {
  const playbooks = new Map<string, LoadedPlaybook>()
  const problems: Problem[] = []
  for (const source of catalogue) {
    const { value, problems: found } = compilePlaybook(source, context)
    playbooks.set(source.document.id, value)
    problems.push(...placed(source, found))
  }
  for (const source of own) {
    const { value, problems: found } = compilePlaybook(source, context)
    playbooks.set(source.document.id, value)
    problems.push(...placed(source, [...found, ...checkBody(source, context)]))
  }
  return { playbooks, problems }
}

function compilePlaybook(source: Sourced<Playbook>, context: CheckContext): Compiled<LoadedPlaybook> {
  const playbook = source.document
  const mutates = playbook.steps.some(({ use }) => !onlyNotifies(use))
  const match = checkMatch(playbook.match, '/match', context, mutates ? needsToSelect : null)
  const unless = checkUnless(playbook.unless, '/unless', context)
  return {
    value: { playbook, origin: originOf(source, ''), match: match.value, unless: unless.value },
    problems: [...match.problems, ...unless.problems],
  }
}

function checkBody(
  { document: playbook, source }: Sourced<Playbook>,
  context: CheckContext,
): readonly PointerProblem[] {
  const parameters = Object.keys(playbook.parameters)
  return [
    ...checkParameters(playbook.parameters, '/parameters', source),
    ...checkSteps(playbook.steps, '/steps', { kind: 'playbook', parameters }, context, source),
    ...context.compilers.templates(playbook.guide, '/guide', { parameters, playbook: true }),
  ]
}
