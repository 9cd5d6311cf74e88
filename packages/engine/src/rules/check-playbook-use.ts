/**
 * Steps that use a playbook: it must exist in that version, and what is given must fit its parameters.
 *
 * `use: playbook` comes to the playbook of the finding's control. Where a rule names its controls one by one, each
 * must have a playbook; otherwise only the names of parameters can be checked.
 */
import type { Playbook } from '../contracts/documents/playbook.js'
import type { JsonObject } from '../contracts/json.js'
import type { PointerProblem } from '../contracts/match.js'
import { namedControls } from '../contracts/named-controls.js'
import { didYouMean } from '../contracts/nearest.js'
import { joinPointer } from '../contracts/pointer.js'
import { parseUse } from '../contracts/step-use.js'
import type { CheckContext } from './check-context.js'
import { checkGiven, parametersSchema } from './check-parameters.js'
import { inWords } from './in-words.js'

/** The `with` of a step, and the step's place. */
export interface GivenStep {
  readonly pointer: string
  readonly given: JsonObject
  readonly source: (pointer: string) => string | null
}

/** Problems of `use: playbook/ID@MAJOR`; `major` is `null` where it is left out. */
export function checkNamedPlaybook(
  id: string,
  major: number | null,
  step: GivenStep,
  context: CheckContext,
): readonly PointerProblem[] {
  const playbook = context.playbooks.get(id)
  if (playbook === undefined) {
    if (context.incomplete.has('Playbook')) return []
    return [unknown(step, `unknown playbook ${inWords(id)}`, didYouMean(id, context.playbooks.keys()))]
  }
  const actual = Number(playbook.version.split('.')[0])
  if (major !== null && major !== actual) {
    const message = `playbook ${inWords(id)} has version ${playbook.version}, not ${major}`
    return [unknown(step, message, `read what changed, then use \`playbook/${id}@${actual}\``)]
  }
  return [...missingActions(playbook, step, context), ...fitting(playbook, step.given, step)]
}

/** Problems of `use: playbook` in a rule with this match. */
export function checkPlaybooksOfControls(
  match: JsonObject,
  step: GivenStep,
  context: CheckContext,
): readonly PointerProblem[] {
  const controls = namedControls(match)
  const all = [...context.playbooks.values()]
  if (controls === null) return unknownNames(step, all)
  const missing = controls.filter((control) => !all.some((playbook) => isFor(playbook, control)))
  if (missing.length > 0) {
    if (context.incomplete.has('Playbook')) return []
    const hint = 'take the control out of the match, write a playbook for it, or use actions'
    return missing.map((control) => unknown(step, `no playbook is for the control ${inWords(control)}`, hint))
  }
  const playbooks = all.filter((playbook) => controls.some((control) => isFor(playbook, control)))
  const lacking = playbooks.flatMap((playbook) => missingActions(playbook, step, context))
  const [only, ...others] = playbooks
  if (only !== undefined && others.length === 0) return [...lacking, ...fitting(only, step.given, step)]
  return [
    ...lacking,
    ...unknownNames(step, playbooks),
    ...playbooks.flatMap((playbook) => {
      const own = Object.entries(step.given).filter(([name]) => Object.hasOwn(playbook.parameters, name))
      return fitting(playbook, Object.fromEntries(own), step)
    }),
  ]
}

/** A playbook of the catalogue may use actions that this program does not bring; only its use is a problem. */
function missingActions(
  { id, steps }: Playbook,
  { pointer }: GivenStep,
  { actions }: CheckContext,
): readonly PointerProblem[] {
  const names = new Set(
    steps.flatMap(({ use }) => (parseUse(use)?.kind === 'action' && !actions.has(use) ? [use] : [])),
  )
  return [...names].map((name) => ({
    pointer: joinPointer(pointer, 'use'),
    at: 'value',
    code: 'rules.unknown-action',
    message: `playbook ${inWords(id)} uses the action ${inWords(name)}, which is not among those given`,
    hint: 'give the engine this action too, or take the playbook out of the rule',
  }))
}

/** With several playbooks in question, a parameter must be known to at least one. */
function unknownNames({ given, pointer }: GivenStep, playbooks: readonly Playbook[]): readonly PointerProblem[] {
  const names = new Set(playbooks.flatMap((playbook) => Object.keys(playbook.parameters)))
  return Object.keys(given)
    .filter((name) => !names.has(name))
    .map((name) => ({
      pointer: joinPointer(joinPointer(pointer, 'with'), name),
      at: 'key',
      code: 'rules.parameter',
      message: `no playbook has the parameter ${inWords(name)}`,
      hint: didYouMean(name, names),
    }))
}

function fitting(playbook: Playbook, given: JsonObject, { pointer, source }: GivenStep): readonly PointerProblem[] {
  return checkGiven(schemaOf(playbook), given, joinPointer(pointer, 'with'), source)
}

function unknown({ pointer }: GivenStep, message: string, hint: string | null): PointerProblem {
  return { pointer: joinPointer(pointer, 'use'), at: 'value', code: 'rules.unknown-playbook', message, hint }
}

function isFor(playbook: Playbook, control: string): boolean {
  return namedControls(playbook.match)?.includes(control) ?? false
}

const schemas = new WeakMap<Playbook, ReturnType<typeof parametersSchema>>()

function schemaOf(playbook: Playbook) {
  const known = schemas.get(playbook)
  if (known !== undefined) return known
  const made = parametersSchema(playbook.parameters)
  schemas.set(playbook, made)
  return made
}
