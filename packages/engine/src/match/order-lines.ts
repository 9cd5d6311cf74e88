/**
 * Puts lines side by side that the same value rules in or out, so that whole words of bits go to zero together.
 *
 * Each line is placed by its most telling clause: one that names values or beginnings which few lines name. How telling
 * one is, is guessed from the lines themselves: the more different values they name for a field, the rarer each one is.
 */
import type { Predicate } from '../contracts/predicate.js'
import type { FieldClause, Line } from './lines.js'

export interface OrderedLines {
  readonly lines: readonly Line[]
  /** Every field that a line names, those first that rule out most lines. */
  readonly fields: readonly string[]
}

export function orderLines(lines: readonly Line[]): OrderedLines {
  const rarity = guessRarity(lines)
  const placed = lines.map((line) => ({ line, place: placeOf(line, rarity) }))
  placed.sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)))
  return { lines: placed.map(({ line }) => line), fields: orderFields(lines, rarity) }
}

type Rarity = (clause: FieldClause) => number

/** Its clauses as text, the most telling one first; lines without any come last. */
function placeOf({ clauses }: Line, rarity: Rarity): string {
  const telling = clauses
    .map((clause) => ({ share: rarity(clause), field: clause.field, name: namesIn(clause.test)[0] }))
    .filter(({ name }) => name !== undefined)
    .sort((a, b) => a.share - b.share)
  return telling.length === 0 ? '\uffff' : telling.map(({ field, name }) => `${field} ${name}`).join('\n')
}

function orderFields(lines: readonly Line[], rarity: Rarity): readonly string[] {
  const ruledOut = new Map<string, number>()
  for (const clause of lines.flatMap(({ clauses }) => clauses)) {
    const share = namesIn(clause.test).length === 0 ? 1 : rarity(clause)
    ruledOut.set(clause.field, (ruledOut.get(clause.field) ?? 0) + 1 - share)
  }
  return [...ruledOut].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1)).map(([field]) => field)
}

/** The values or patterns of which a finding must have one; none where the clause does not say. */
function namesIn(test: Predicate): readonly string[] {
  switch (test.is) {
    case 'in':
      return test.values.map(String)
    case 'prefix':
    case 'same-letters':
      return [test.text]
    case 'suffix':
      return [`*${test.text}`]
    case 'wildcard':
      return test.pieces.every((piece) => piece === '') ? [] : [test.pieces.join('*')]
    case 'some': {
      const parts = test.of.map(namesIn)
      return parts.some((names) => names.length === 0) ? [] : parts.flat()
    }
    default:
      return []
  }
}

/** The share of findings that fit a clause, as far as the clauses of all lines tell. */
function guessRarity(lines: readonly Line[]): Rarity {
  const named = new Map<string, Set<string>>()
  for (const { field, test } of lines.flatMap(({ clauses }) => clauses)) {
    const names = named.get(field) ?? new Set()
    for (const name of namesIn(test)) names.add(name)
    named.set(field, names)
  }
  // One more than are named: most values of a field stand in no clause.
  return ({ field, test }) => namesIn(test).length / ((named.get(field)?.size ?? 0) + 1)
}
