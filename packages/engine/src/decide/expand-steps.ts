/**
 * The steps of a rule, written out for one target: playbooks become their steps, channels become actions, and every
 * `${…}` its value.
 *
 * Steps follow each other, so whatever cannot be written out ends the list there. A playbook is written out whole
 * or not at all.
 */
import type { Action } from '../contracts/action.js'
import type { DecidedStep, HeldRule } from '../contracts/decision.js'
import type { Playbook } from '../contracts/documents/playbook.js'
import type { Rule } from '../contracts/documents/rules.js'
import { isJsonObject, type JsonObject } from '../contracts/json.js'
import type { LoadedPlaybook, LoadedRule } from '../contracts/loaded.js'
import type { Subject } from '../contracts/match.js'
import { leastMode } from '../contracts/modes.js'
import type { Mode } from '../contracts/plan.js'
import { sealSecrets } from '../contracts/secrets.js'
import { parseUse } from '../contracts/step-use.js'
import type { Expanded } from './draft.js'
import { playbooksFor } from './find-playbooks.js'
import { playbookFits } from './judge-rule.js'
import { toNotification } from './notify-channel.js'
import { parametersOf } from './playbook-parameters.js'
import { decidedStep, type PreparedStep } from './prepare-steps.js'
import type { Prepared } from './prepared.js'
import type { PreparedRule } from './prepared-rule.js'
import { renderGuide, renderTemplate, type Template, type TemplateScope } from './render-templates.js'

export interface ExpandFacts {
  readonly prepared: Prepared
  readonly subject: Subject
  readonly mode: Mode
}

export function expandSteps(rule: PreparedRule, facts: ExpandFacts): Expanded {
  const constant = rule.constantSteps(facts.mode)
  if (constant !== null) return constant
  const { prepared, subject, mode } = facts
  const writer: Writer = { prepared, subject, mode, rule: rule.loaded, scope: new RuleScope(rule.loaded.rule, facts) }
  const [only] = rule.steps
  if (only !== undefined && rule.steps.length === 1) return expandStep(only, writer)
  return inTurn(rule.steps, (step) => expandStep(step, writer))
}

interface Writer extends ExpandFacts {
  readonly rule: LoadedRule
  readonly scope: TemplateScope
}

/** Each after the other, up to the first that is held. */
function inTurn<Item>(items: readonly Item[], expand: (item: Item) => Expanded): Expanded {
  const steps: DecidedStep[] = []
  for (const item of items) {
    const expanded = expand(item)
    steps.push(...expanded.steps)
    if (expanded.held !== null) return { steps, held: expanded.held }
  }
  return { steps, held: null }
}

function expandStep(step: PreparedStep, writer: Writer): Expanded {
  const { use } = step
  if (use === null) return refuse(writer, 'no-playbook', `\`${step.uses}\` is no reference to a playbook`)
  if (use.kind === 'action' || use.kind === 'channel') return writeStep(step, null, writer)
  const { prepared, subject } = writer
  const { loaded } = prepared
  const { finding } = subject
  if (use.kind === 'playbook-of-control') {
    const playbooks = playbooksFor(finding, subject, prepared)
    const what = finding.control === null ? 'this finding' : `control \`${finding.control}\``
    return playbooks.length === 0
      ? refuse(writer, 'no-playbook', `there is no playbook for ${what}`)
      : inTurn(playbooks, (playbook) => expandPlaybook(playbook, step, writer))
  }
  const playbook = loaded.playbooks.get(use.id)
  if (playbook === undefined) return refuse(writer, 'no-playbook', `there is no playbook \`${use.id}\``)
  const { version } = playbook.playbook
  if (use.major !== null && !version.startsWith(`${use.major}.`)) {
    return refuse(writer, 'no-playbook', `playbook \`${use.id}\` has version ${version}, not ${use.major}`)
  }
  return expandPlaybook(playbook, step, writer)
}

function expandPlaybook(loaded: LoadedPlaybook, step: PreparedStep, writer: Writer): Expanded {
  const { playbook } = loaded
  const { subject, prepared } = writer
  if (!playbookFits(loaded, subject)) {
    const message = `the match of playbook \`${playbook.id}\` does not hold here, or an \`unless\` of it does or may`
    return refuse(writer, 'playbook-does-not-match', message)
  }
  const given = renderWith(step.params, writer)
  if (given.kind === 'unknown') return refuseTemplate(writer, step.uses, given.path)
  const parameters = parametersOf(playbook, given.value, subject.finding)
  if (parameters.kind === 'wrong') return refuse(writer, 'parameter', parameters.message)
  const inner: Writer = {
    ...writer,
    scope: { subject, rule: writer.scope.rule, playbook, parameters: parameters.values },
  }
  if (playbook.steps.length === 0) return guided(playbook, inner)
  const steps: DecidedStep[] = []
  for (const innerStep of prepared.stepsOf(playbook)) {
    const written = writeStep(innerStep, playbook, inner)
    if (written.held !== null) return { steps: [], held: written.held }
    steps.push(...written.steps)
  }
  return { steps, held: null }
}

/** A guided playbook changes nothing: its guide is held for a person, and sent where the project says. */
function guided(playbook: Playbook, writer: Writer): Expanded {
  const guide = renderGuide(playbook, writer.scope)
  const message = `playbook \`${playbook.id}\` is for a person to follow`
  const held: HeldRule = { rule: writer.rule.rule.id, code: 'guided', message, guide }
  const channel = writer.prepared.loaded.project?.guided?.channel
  if (channel === undefined) return { steps: [], held }
  const text = [playbook.title, ...guide.map((line, index) => `${index + 1}. ${line}`)].join('\n')
  return { steps: address({ channel, text }, playbook, writer).steps, held }
}

/** One step that is no playbook: its parameters written out, a channel turned into its action. */
function writeStep(step: PreparedStep, playbook: Playbook | null, writer: Writer): Expanded {
  const rendered = renderWith(step.params, writer)
  if (rendered.kind === 'unknown') return refuseTemplate(writer, step.uses, rendered.path)
  if (step.use?.kind === 'channel') return address(rendered.value, playbook, writer)
  return decided(step.uses, rendered.value, playbook, writer)
}

function address(params: JsonObject, playbook: Playbook | null, writer: Writer): Expanded {
  const { rule, subject, prepared } = writer
  const subjectLine = rule.rule.title ?? playbook?.title ?? subject.finding.title ?? rule.rule.id
  const notification = toNotification(params, prepared.loaded.project, subjectLine)
  return notification.kind === 'ok'
    ? decided(notification.use, notification.with, playbook, writer)
    : refuse(writer, notification.code, notification.message)
}

function decided(use: string, params: JsonObject, playbook: Playbook | null, writer: Writer): Expanded {
  const { rule, prepared, mode } = writer
  const action = prepared.actions.get(use)
  if (action === undefined) return refuse(writer, 'unknown-action', `there is no action \`${use}\``)
  const sealed = seal(params, action, writer)
  if (typeof sealed === 'string') {
    const message = `\`${sealed}\` of \`${use}\` is a secret, which must stand in the project as it is`
    return refuse(writer, 'secret', message)
  }
  return { steps: [decidedStep(rule.rule.id, use, sealed, playbook, leastMode(mode, rule.mode))], held: null }
}

function seal(params: JsonObject, { name, params: schema }: Action, { prepared }: Writer): JsonObject | string {
  return prepared.secretive.has(name) ? sealSecrets(params, schema, prepared.secrets) : params
}

/** In a rule's own steps `playbook.` is the first playbook that the rule uses, else that of the control. */
class RuleScope implements TemplateScope {
  readonly subject: Subject
  readonly parameters = {}
  readonly rule: string
  readonly #rule: Rule
  readonly #prepared: Prepared

  constructor(rule: Rule, { subject, prepared }: ExpandFacts) {
    this.subject = subject
    this.rule = rule.id
    this.#rule = rule
    this.#prepared = prepared
  }

  /** Few rules name a playbook in their own steps, and looking for it takes longer than all else here. */
  get playbook(): Playbook | null {
    return playbookOfRule(this.#rule, this.#prepared, this.subject)
  }
}

function playbookOfRule({ steps }: Rule, { loaded, playbookOf }: Prepared, subject: Subject): Playbook | null {
  for (const step of steps) {
    const use = parseUse(step.use)
    const named = use?.kind === 'playbook' ? loaded.playbooks.get(use.id) : undefined
    if (named !== undefined) return named.playbook
  }
  const { control } = subject.finding
  return control === null ? null : (playbookOf(control)?.playbook ?? null)
}

function renderWith(
  params: Template,
  { scope }: Writer,
): { readonly kind: 'ok'; readonly value: JsonObject } | { readonly kind: 'unknown'; readonly path: string } {
  const rendered = renderTemplate(params, scope)
  if (rendered.kind === 'unknown') return rendered
  return { kind: 'ok', value: isJsonObject(rendered.value) ? rendered.value : {} }
}

function refuseTemplate(writer: Writer, use: string, path: string): Expanded {
  return refuse(writer, 'template', `\`${use}\` needs \`${path}\`, which has no value here`)
}

function refuse({ rule }: Writer, code: string, message: string): Expanded {
  return { steps: [], held: { rule: rule.rule.id, code, message, guide: [] } }
}
