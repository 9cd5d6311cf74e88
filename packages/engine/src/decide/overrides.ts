/**
 * A field of a finding that several rules set gets the value of the last one; the others say who won.
 *
 * A finding has its fields once, however many targets it has, so the steps of all its targets are compared. Steps
 * that ask for the same thing do not override each other.
 */
import type { DecidedStep } from '../contracts/decision.js'
import { equalJson, isJsonObject } from '../contracts/json.js'

/** A step with its place in the order: the position of its rule, its own, and that of its target. */
export interface OrderedStep {
  readonly step: DecidedStep
  readonly order: readonly [rule: number, step: number, target: number]
}

/** The same steps in the same order, with `overriddenBy` filled in. */
export function markOverrides(steps: readonly OrderedStep[]): readonly DecidedStep[] {
  if (!meet(steps)) return steps.map(({ step }) => step)
  const winners = new Map<string, OrderedStep>()
  for (const ordered of steps) {
    for (const field of fieldsSet(ordered.step)) {
      const other = winners.get(field)
      if (other === undefined || isLater(ordered, other)) winners.set(field, ordered)
    }
  }
  return steps.map(({ step }) => {
    const beatenBy = fieldsSet(step).map((field) => beating(step, winners.get(field)))
    const [winner] = beatenBy
    // Where one of several fields is still its own, the step has something left to do.
    return winner === undefined || beatenBy.includes(null) ? step : { ...step, overriddenBy: winner }
  })
}

/** True where two steps set one field; most findings have a step or two, about different ones. */
function meet(steps: readonly OrderedStep[]): boolean {
  if (steps.length < 2) return false
  const fields = steps.flatMap(({ step }) => fieldsSet(step))
  return new Set(fields).size < fields.length
}

/** The rule of the winner, or `null` where the step wins or asks for the same. */
function beating(step: DecidedStep, winner: OrderedStep | undefined): string | null {
  if (winner === undefined || winner.step === step) return null
  const asks = winner.step
  return asks.use === step.use && equalJson(asks.with, step.with) ? null : asks.rule
}

/** The fields that a step is there to set; a note that goes along with another field does not count. */
function fieldsSet({ use, with: params }: DecidedStep): readonly string[] {
  switch (use) {
    case 'finding.suppress':
    case 'finding.set-workflow':
      return ['workflow']
    case 'finding.set-severity':
      return ['severity']
    case 'finding.note':
      return ['note']
    case 'finding.set-fields':
      return isJsonObject(params['fields']) ? Object.keys(params['fields']).map((name) => `fields.${name}`) : []
    default:
      return []
  }
}

function isLater(a: OrderedStep, b: OrderedStep): boolean {
  const index = a.order.findIndex((position, at) => position !== b.order[at])
  return index !== -1 && (a.order[index] ?? 0) > (b.order[index] ?? 0)
}
