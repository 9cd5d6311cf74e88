/**
 * A compiled match as data: what each field must be, with every operator, group and list resolved.
 *
 * Data and not functions, so that it can be written into a bundle, looked through by an index, and judged; whoever
 * judges it needs no schema and no parser.
 */
import type { Json } from './json.js'

/** A single value of a field, or one to compare it with. */
export type Scalar = string | number | boolean

/** What is asked of the values of one field. Only `exists` says anything about a field that is absent, and `some` with one. */
export type Predicate =
  /** Some value is one of these. Where `among` is given, a value that is not in it is a doubt. */
  | { readonly is: 'in'; readonly values: readonly Scalar[]; readonly among?: readonly Scalar[] }
  | { readonly is: 'prefix' | 'suffix' | 'regex' | 'cidr'; readonly text: string }
  /** The text fits these literal pieces with anything between them. */
  | { readonly is: 'wildcard'; readonly pieces: readonly string[] }
  /** The text is this one, which is in lower case, upper and lower case aside. */
  | { readonly is: 'same-letters'; readonly text: string }
  | { readonly is: 'number'; readonly bounds: readonly Bound[] }
  /** Longer or less long ago than so many milliseconds. */
  | { readonly is: 'older' | 'newer'; readonly than: number }
  | { readonly is: 'exists'; readonly wanted: boolean }
  /** At least one holds, each holds, or there are values and none holds. */
  | { readonly is: 'some' | 'every' | 'none'; readonly of: readonly Predicate[] }
  /** Stands for what did not compile. */
  | { readonly is: 'doubt' }

export interface Bound {
  readonly sign: '=' | '<' | '<=' | '>' | '>='
  readonly number: number
}

/** A match: all of its clauses must hold, in the order of the document. */
export type MatchProgram = readonly MatchClause[]

/** One field, or alternatives. `wanted` is what the document says, for explaining. */
export type MatchClause =
  | { readonly kind: 'field'; readonly field: string; readonly wanted: Json; readonly test: Predicate }
  | {
      readonly kind: 'any' | 'all'
      readonly wanted: Json
      readonly matches: readonly MatchProgram[]
    }
