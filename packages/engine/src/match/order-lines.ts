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
  /** Every field that a line names, those first that most lines are placed by. */
  readonly fields: readonly string[]
}

export function orderLines(lines: readonly Line[]): OrderedLines {
  const rarity = guessRarity(lines)
  const placed = lines.map((line) => ({ line, place: placeOf(line, rarity) }))
  const sizes = new Map<string, number>()
  for (const { place } of placed) if (place !== null) sizes.set(place.field, (sizes.get(place.field) ?? 0) + 1)
  const sizeOf = (field: string) => sizes.get(field) ?? 0
  const bySize = (a: string, b: string) => sizeOf(b) - sizeOf(a) || (a < b ? -1 : Number(a > b))
  placed.sort((a, b) => {
    if (a.place === null || b.place === null) return Number(a.place === null) - Number(b.place === null)
    if (a.place.field !== b.place.field) return bySize(a.place.field, b.place.field)
    return a.place.name < b.place.name ? -1 : Number(a.place.name > b.place.name)
  })
  const fields = new Set(lines.flatMap(({ clauses }) => clauses.map(({ field }) => field)))
  return { lines: placed.map(({ line }) => line), fields: [...fields].sort(bySize) }
}

interface Place {
  readonly field: string
  /** The first value or beginning that the clause names. */
  readonly name: string
}

type Rarity = (clause: FieldClause) => number

function placeOf({ clauses }: Line, rarity: Rarity): Place | null {
  let chosen: Place | null = null
  let least = Number.POSITIVE_INFINITY
  for (const clause of clauses) {
    const [name] = namesIn(clause.test)
    const share = rarity(clause)
    if (name === undefined || share >= least) continue
    chosen = { field: clause.field, name }
    least = share
  }
  return chosen
}

/** The values or beginnings of which a finding must have one; none where the clause does not say. */
function namesIn(test: Predicate): readonly string[] {
  switch (test.is) {
    case 'in':
      return test.values.map(String)
    case 'prefix':
      return [test.text]
    case 'wildcard':
      return test.pieces[0] === '' || test.pieces[0] === undefined ? [] : [test.pieces[0]]
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
