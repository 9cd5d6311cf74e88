/**
 * What a bundle keeps of compiled matches: all that `unpack-matches.ts` cannot tell from the documents alone.
 */
import type { BundledMatch, BundledMatches } from '../contracts/bundle.js'
import { isJsonObject, type Json, type JsonObject, sameJson } from '../contracts/json.js'
import type { Matcher } from '../contracts/match.js'
import type { MatchClause, MatchProgram } from '../contracts/predicate.js'
import { plainTest } from './plain-test.js'

/** A document's `match` and `unless`, and what they were compiled to. */
export interface Matches {
  readonly match: { readonly written: JsonObject; readonly compiled: Matcher }
  readonly unless?: { readonly written: readonly JsonObject[]; readonly compiled: readonly Matcher[] }
}

/** A member for the bundle, or nothing where everything is a plain value. Throws for a match that did not compile. */
export function packMatches({ match, unless }: Matches): { readonly compiled?: BundledMatches } {
  const packed = packMatch(match.written, match.compiled.program)
  const excluded = (unless?.written ?? []).map((one, index) => packMatch(one, programAt(unless?.compiled, index)))
  const compiled = {
    ...(isEmpty(packed) ? {} : { match: packed }),
    ...(excluded.every(isEmpty) ? {} : { unless: excluded }),
  }
  return isEmpty(compiled) ? {} : { compiled }
}

function programAt(matchers: readonly Matcher[] | undefined, index: number): MatchProgram {
  return matchers?.[index]?.program ?? []
}

function packMatch(written: JsonObject, program: MatchProgram): BundledMatch {
  const entries = Object.entries(written)
  if (entries.length !== program.length) throw uncompiled()
  return Object.fromEntries(
    entries.flatMap(([key, wanted], index) => {
      const clause = program[index]
      if (clause === undefined || keyOf(clause) !== key) throw uncompiled()
      const packed = packClause(wanted, clause)
      return packed === null ? [] : [[key, packed] as const]
    }),
  )
}

function packClause(wanted: Json, clause: MatchClause): BundledMatch[string] | null {
  if (clause.kind === 'field') return sameJson(plainTest(wanted), clause.test) ? null : clause.test
  const alternatives: readonly Json[] = Array.isArray(wanted) ? wanted : []
  if (alternatives.length !== clause.matches.length) throw uncompiled()
  const packed = alternatives.map((one, index) => packMatch(isJsonObject(one) ? one : {}, clause.matches[index] ?? []))
  return packed.every(isEmpty) ? null : packed
}

function keyOf(clause: MatchClause): string {
  return clause.kind === 'field' ? clause.field : clause.kind
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0
}

function uncompiled(): TypeError {
  return new TypeError('a match that did not compile cannot be bundled')
}
