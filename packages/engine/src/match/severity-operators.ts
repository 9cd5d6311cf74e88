/**
 * `at-least` and `at-most`: severity labels in their order, INFORMATIONAL to CRITICAL.
 *
 * As text HIGH comes before LOW, which is why labels have operators of their own.
 */
import { Type } from '@sinclair/typebox'
import { severities } from '../contracts/finding.js'
import { didYouMean } from '../contracts/nearest.js'
import { anyText, type Clause, defineOperator, type OperatorContext } from './operator.js'

const label = Type.String()
const ranks: readonly string[] = severities
const wants = `one of ${severities.join(', ')}`

export const atLeast = defineOperator({
  about: 'The severity is this one or a higher one.',
  operand: label,
  wants,
  kinds: ['severity'],
  compile: (wanted, context) => compareRanks(wanted, context, 0, (rank, bound) => rank >= bound),
})

export const atMost = defineOperator({
  about: 'The severity is this one or a lower one.',
  operand: label,
  wants,
  kinds: ['severity'],
  compile: (wanted, context) => compareRanks(wanted, context, severities.length - 1, (rank, bound) => rank <= bound),
})

/** `all` is the bound that every label passes, so that a clause with it singles nothing out. */
function compareRanks(
  wanted: string,
  context: OperatorContext,
  all: number,
  compare: (rank: number, bound: number) => boolean,
): Clause {
  const bound = rankOf(wanted)
  if (bound === -1) {
    const hint = didYouMean(wanted, severities) ?? wants
    return context.report('document.value', `\`${wanted}\` is no severity`, hint)
  }
  const clause = anyText((value) => {
    const rank = rankOf(value)
    return rank === -1 ? null : compare(rank, bound)
  })
  return { ...clause, selective: bound !== all }
}

function rankOf(label: string): number {
  return ranks.indexOf(label)
}
