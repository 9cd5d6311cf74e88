/**
 * A match as lines: each is a list of clauses that must all hold, and the match holds where one of its lines does.
 *
 * `any` makes a line of each alternative. Beyond a few lines an `any` is left out, which makes the line hold too often:
 * then the match itself has to be asked.
 */
import type { MatchClause, MatchProgram } from '../contracts/predicate.js'

export interface Line {
  /** Position of the match that the line is of. */
  readonly match: number
  readonly clauses: readonly FieldClause[]
  /** False where something was left out. */
  readonly complete: boolean
}

export type FieldClause = Extract<MatchClause, { readonly kind: 'field' }>

/** The most lines of one match. */
const most = 16

export function linesOf(program: MatchProgram, match: number): readonly Line[] {
  return conjunction(program).map(({ clauses, complete }) => ({ match, clauses, complete }))
}

type Open = Pick<Line, 'clauses' | 'complete'>

function conjunction(program: MatchProgram): readonly Open[] {
  let lines: readonly Open[] = [{ clauses: [], complete: true }]
  for (const clause of program) lines = both(lines, alternativesOf(clause))
  return lines
}

function alternativesOf(clause: MatchClause): readonly Open[] {
  if (clause.kind === 'field') return [{ clauses: [clause], complete: true }]
  if (clause.kind === 'any') return clause.matches.flatMap(conjunction)
  return clause.matches.map(conjunction).reduce(both)
}

/** Every line of the one with every line of the other. */
function both(some: readonly Open[], others: readonly Open[]): readonly Open[] {
  if (some.length * others.length > most) return some.map(({ clauses }) => ({ clauses, complete: false }))
  return some.flatMap((a) =>
    others.map((b) => ({ clauses: [...a.clauses, ...b.clauses], complete: a.complete && b.complete })),
  )
}
