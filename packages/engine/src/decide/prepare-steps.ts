/** Works out of steps, as documents have them, what does not depend on the finding. */
import type { Action } from '../contracts/action.js'
import type { DecidedStep } from '../contracts/decision.js'
import type { Playbook } from '../contracts/documents/playbook.js'
import type { Step } from '../contracts/documents/step.js'
import { isJsonObject, type JsonObject } from '../contracts/json.js'
import type { Mode } from '../contracts/plan.js'
import { parseUse, type StepUse } from '../contracts/step-use.js'
import { compileTemplate, type Template } from './render-templates.js'

/** A step of a rule or playbook. */
export interface PreparedStep {
  readonly uses: string
  readonly use: StepUse | null
  readonly params: Template
}

/** What is known of the actions that steps may use. */
export interface KnownActions {
  readonly actions: ReadonlyMap<string, Action>
  /** Actions that have secrets among their parameters. */
  readonly secretive: ReadonlySet<string>
}

export function prepareStep({ use, with: params = {} }: Step, { actions }: KnownActions): PreparedStep {
  // The action's own name is the same text, but one text for all steps, which is told from others at once.
  return { uses: actions.get(use)?.name ?? use, use: parseUse(use), params: compileTemplate(params) }
}

/** True if a rule's step is the same for every finding. A secret is sealed, and an unknown action refused, for each. */
export function isConstant({ uses, use, params }: PreparedStep, { actions, secretive }: KnownActions): boolean {
  return use?.kind === 'action' && actions.has(uses) && !secretive.has(uses) && params.kind === 'constant'
}

/** The parameters of a step that is constant. */
export function paramsOf({ params }: PreparedStep): JsonObject {
  return params.kind === 'constant' && isJsonObject(params.value) ? params.value : {}
}

/** A step of a rule, with the playbook that it comes from. */
export function decidedStep(
  rule: string,
  use: string,
  params: JsonObject,
  playbook: Playbook | null,
  mode: Mode,
): DecidedStep {
  const { id = null, impact } = playbook ?? {}
  return { rule, playbook: id, use, with: params, mode, breaks: impact?.breaks ?? null, overriddenBy: null }
}
