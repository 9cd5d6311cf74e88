/**
 * A field of a finding that several rules set gets the value of the last one; the others say who won.
 *
 * A finding has its fields once, however many targets it has, so the steps of all its targets are compared. Steps
 * that ask for the same thing do not override each other.
 */
import type { DecidedStep } from '../contracts/decision.js'
import { equalJson, isJsonObject } from '../contracts/json.js'

/** A step with its place in the order: that of its rule, then its own, then that of its target. */
export interface OrderedStep {
  readonly step: DecidedStep
  readonly order: number
}

/** The place of a step. Rules count from 0, and what stands before all of them is rule -1. */
export function orderOf(rule: number, step: number, target: number): number {
  return (rule * mostSteps + step) * mostTargets + target
}

/** More than a rule can write out, and more than a finding has. */
const mostSteps = 2 ** 20
const mostTargets = 2 ** 6

/** The steps of each target, in the same order and with `overriddenBy` filled in. */
export function markOverrides(byTarget: readonly (readonly OrderedStep[])[]): readonly (readonly DecidedStep[])[] {
  const [only] = byTarget
  // Most findings have one target, and nothing need be copied.
  const steps = only !== undefined && byTarget.length === 1 ? only : byTarget.flat()
  const winners = meet(steps) ? winnersOf(steps) : null
  return byTarget.map((own) => own.map(({ step }) => (winners === null ? step : marked(step, winners))))
}

function marked(step: DecidedStep, winners: readonly Winner[]): DecidedStep {
  const winner = beatenBy(step, winners)
  return winner === null ? step : { ...step, overriddenBy: winner }
}

/** A field, and the last step that sets it. */
interface Winner {
  readonly field: string
  last: OrderedStep
}

/** One for each field; there are so few that a list is the fastest. */
function winnersOf(steps: readonly OrderedStep[]): readonly Winner[] {
  const winners: Winner[] = []
  for (const ordered of steps) {
    for (const field of fieldsSet(ordered.step)) {
      const winner = winnerOf(field, winners)
      if (winner === null) winners.push({ field, last: ordered })
      else if (ordered.order > winner.last.order) winner.last = ordered
    }
  }
  return winners
}

function winnerOf(field: string, winners: readonly Winner[]): Winner | null {
  for (const winner of winners) if (winner.field === field) return winner
  return null
}

/** True where two steps may set one field; most findings have a step or two, about different ones. */
function meet(steps: readonly OrderedStep[]): boolean {
  if (steps.length < 2) return false
  let seen = 0
  for (const { step } of steps) {
    const bit = setBy.get(step.use)?.bit ?? 0
    if ((seen & bit) !== 0) return true
    seen |= bit
  }
  return false
}

/** What each action is there to set, with a bit for it. */
const setBy: ReadonlyMap<string, { readonly bit: number; readonly fields: readonly string[] }> = new Map([
  ['finding.suppress', { bit: 1, fields: ['workflow'] }],
  ['finding.set-workflow', { bit: 1, fields: ['workflow'] }],
  ['finding.set-severity', { bit: 2, fields: ['severity'] }],
  ['finding.note', { bit: 4, fields: ['note'] }],
  // Fields of one's own, which the step names.
  ['finding.set-fields', { bit: 8, fields: [] }],
])

/** The rule of the step that sets the first of its fields instead; `null` where the step has something left to do. */
function beatenBy(step: DecidedStep, winners: readonly Winner[]): string | null {
  let first: string | null = null
  for (const field of fieldsSet(step)) {
    const asks = winnerOf(field, winners)?.last.step ?? step
    // It wins, or asks for the same.
    if (asks === step || (asks.use === step.use && equalJson(asks.with, step.with))) return null
    first ??= asks.rule
  }
  return first
}

/** The fields that a step is there to set; a note that goes along with another field does not count. */
function fieldsSet({ use, with: params }: DecidedStep): readonly string[] {
  if (use !== 'finding.set-fields') return setBy.get(use)?.fields ?? none
  return isJsonObject(params['fields']) ? Object.keys(params['fields']).map((name) => `fields.${name}`) : none
}

const none: readonly string[] = []
