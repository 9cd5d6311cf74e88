/**
 * Steps: what they use must exist, what they give must fit, and their `${…}` must name something.
 */
import type { Action } from '../contracts/action.js'
import type { Step } from '../contracts/documents/step.js'
import { type JsonObject, own } from '../contracts/json.js'
import type { PointerProblem } from '../contracts/match.js'
import { didYouMean } from '../contracts/nearest.js'
import { notifyChannel } from '../contracts/notify-channel.js'
import { notifyChannelParams } from '../contracts/notify-channel-params.js'
import { joinPointer } from '../contracts/pointer.js'
import { secretParams } from '../contracts/secrets.js'
import { parseUse } from '../contracts/step-use.js'
import { checkChannel } from './check-channel.js'
import type { CheckContext } from './check-context.js'
import { checkGiven } from './check-parameters.js'
import { checkNamedPlaybook, checkPlaybooksOfControls } from './check-playbook-use.js'
import { inWords } from './in-words.js'

/** Who the steps belong to: a rule, whose match may name controls, or a playbook with its parameters. */
export type StepOwner =
  | { readonly kind: 'rule'; readonly match: JsonObject }
  | { readonly kind: 'playbook'; readonly parameters: readonly string[] }

type Source = (pointer: string) => string | null

/** Problems of all steps at `pointer`. */
export function checkSteps(
  steps: readonly Step[],
  pointer: string,
  owner: StepOwner,
  context: CheckContext,
  source: Source,
): readonly PointerProblem[] {
  const isPlaybook = owner.kind === 'playbook'
  const scope = { parameters: isPlaybook ? owner.parameters : [], playbook: isPlaybook }
  return steps.flatMap((step, index) => {
    const place = joinPointer(pointer, index)
    return [
      ...checkUse(step, place, owner, context, source),
      ...(step.with === undefined ? [] : context.compilers.templates(step.with, joinPointer(place, 'with'), scope)),
    ]
  })
}

function checkUse(
  step: Step,
  pointer: string,
  owner: StepOwner,
  context: CheckContext,
  source: Source,
): readonly PointerProblem[] {
  const given = step.with ?? {}
  const withPlace = joinPointer(pointer, 'with')
  const problem = (code: PointerProblem['code'], message: string, hint: string | null): readonly PointerProblem[] => [
    { pointer: joinPointer(pointer, 'use'), at: 'value', code, message, hint },
  ]
  const use = parseUse(step.use)
  if (use === null) {
    const hint = 'write `playbook/` and its id, and its major version as in `@1`'
    return problem('rules.unknown-playbook', `${inWords(step.use)} is not a reference to a playbook`, hint)
  }
  if (use.kind === 'channel') {
    return [
      ...checkGiven(notifyChannelParams, given, withPlace, source),
      ...checkChannel(given['channel'], joinPointer(withPlace, 'channel'), context),
    ]
  }
  if (use.kind === 'action') {
    const action = context.actions.get(use.name)
    if (action !== undefined) {
      return [...checkGiven(action.params, given, withPlace, source), ...checkSecrets(action, given, withPlace)]
    }
    const hint = didYouMean(use.name, [...context.actions.keys(), 'playbook', notifyChannel])
    return problem('rules.unknown-action', `unknown action ${inWords(use.name)}`, hint)
  }
  if (owner.kind === 'playbook') {
    return problem('rules.unknown-action', 'a playbook cannot use a playbook', 'use actions')
  }
  return use.kind === 'playbook'
    ? checkNamedPlaybook(use.id, use.major, { pointer, given, source }, context)
    : checkPlaybooksOfControls(owner.match, { pointer, given, source }, context)
}

/** A secret is known by its place in the project, so it must stand there whole; a finding must not be part of it. */
function checkSecrets({ params }: Action, given: JsonObject, pointer: string): readonly PointerProblem[] {
  return secretParams(params).flatMap((name): readonly PointerProblem[] => {
    const value = own(given, name)
    if (typeof value !== 'string' || !value.includes('${')) return []
    const message = `${inWords(name)} is a secret and takes no \`\${…}\``
    const hint = 'write the value itself, or use `notify.channel` for a message'
    return [{ pointer: joinPointer(pointer, name), at: 'value', code: 'rules.template', message, hint }]
  })
}
