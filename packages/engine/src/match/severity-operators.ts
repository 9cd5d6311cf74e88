/**
 * `at-least` and `at-most`: severity labels in their order, INFORMATIONAL to CRITICAL.
 *
 * As text HIGH comes before LOW, which is why labels have operators of their own.
 */
import { Type } from '@sinclair/typebox'
import { severities } from '../contracts/finding.js'
import { didYouMean } from '../contracts/nearest.js'
import type { Predicate } from '../contracts/predicate.js'
import { defineOperator, type OperatorContext } from './operator.js'

const label = Type.String()
const ranks: readonly string[] = severities
const wants = `one of ${severities.join(', ')}`

export const atLeast = defineOperator({
  about: 'The severity is this one or a higher one.',
  operand: label,
  wants,
  kinds: ['severity'],
  compile: (wanted, context) => labelsFrom(wanted, context, (bound) => severities.slice(bound)),
})

export const atMost = defineOperator({
  about: 'The severity is this one or a lower one.',
  operand: label,
  wants,
  kinds: ['severity'],
  compile: (wanted, context) => labelsFrom(wanted, context, (bound) => severities.slice(0, bound + 1)),
})

function labelsFrom(wanted: string, context: OperatorContext, choose: (bound: number) => readonly string[]): Predicate {
  const bound = ranks.indexOf(wanted)
  if (bound !== -1) return { is: 'in', values: choose(bound), among: severities }
  const hint = didYouMean(wanted, severities) ?? wants
  return context.report('document.value', `\`${wanted}\` is no severity`, hint)
}
