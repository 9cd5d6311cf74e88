/**
 * From a document and what a bundle keeps beside it to the programs that its matches were compiled to.
 *
 * A clause is made again of the plain values that the document says, or is the one that the bundle holds. Where neither
 * tells what to ask for, the bundle is refused: a clause that is left out would match more than was meant.
 */
import type { BundledMatch, BundledMatches } from '../contracts/bundle.js'
import { isJsonObject, type Json, type JsonObject } from '../contracts/json.js'
import type { MatchClause, MatchProgram } from '../contracts/predicate.js'
import { RedressError } from '../contracts/problem.js'
import { plainTest } from './plain-test.js'

export interface Programs {
  readonly match: MatchProgram
  readonly unless: readonly MatchProgram[]
}

/** Throws `bundle.damaged`. */
export function unpackMatches(
  match: JsonObject,
  unless: readonly JsonObject[] | undefined,
  compiled: BundledMatches | undefined,
): Programs {
  return {
    match: unpackMatch(match, compiled?.match),
    unless: (unless ?? []).map((one, index) => unpackMatch(one, compiled?.unless?.[index])),
  }
}

function unpackMatch(written: JsonObject, packed: BundledMatch | undefined): MatchProgram {
  return Object.entries(written).map(([key, wanted]) =>
    unpackClause(key, wanted, packed !== undefined && Object.hasOwn(packed, key) ? packed[key] : undefined),
  )
}

function unpackClause(key: string, wanted: Json, kept: BundledMatch[string] | undefined): MatchClause {
  if (key === 'any' || key === 'all') {
    if (kept !== undefined && !isList(kept)) throw unreadable(key)
    return { kind: key, wanted, matches: unpackAlternatives(key, wanted, kept) }
  }
  const test = kept ?? plainTest(wanted)
  if (test === null || isList(test)) throw unreadable(key)
  return { kind: 'field', field: key, wanted, test }
}

function unpackAlternatives(
  key: string,
  wanted: Json,
  packed: readonly BundledMatch[] | undefined,
): readonly MatchProgram[] {
  if (!Array.isArray(wanted)) throw unreadable(key)
  const alternatives: readonly Json[] = wanted
  return alternatives.map((one, index) => {
    if (!isJsonObject(one)) throw unreadable(key)
    return unpackMatch(one, packed?.[index])
  })
}

function isList(kept: BundledMatch[string]): kept is readonly BundledMatch[] {
  return Array.isArray(kept)
}

function unreadable(key: string): RedressError {
  return new RedressError('bundle.damaged', `the bundle does not hold what \`${key}\` was compiled to`, {
    hint: 'build it again with `redress build`',
  })
}
