/**
 * Compiles a `match` once, when rules are loaded: every field must hold; `any` and `all` nest further matches.
 *
 * A match that does not compile is in doubt about every finding. So even a caller that overlooks the problems
 * makes no rule act and every `unless` veto.
 */
import { parseField } from '../contracts/fields.js'
import { isJsonObject, type Json, type JsonObject } from '../contracts/json.js'
import type { Matcher, PointerProblem } from '../contracts/match.js'
import { joinPointer } from '../contracts/pointer.js'
import type { MatchClause, MatchProgram } from '../contracts/predicate.js'
import { type Compilation, compileValue } from './compile-value.js'
import { createMatcher } from './create-matcher.js'
import { hintField } from './hint-field.js'

export interface CompiledMatch {
  readonly matcher: Matcher
  /** In the order of the document; empty for a match that may be used. */
  readonly problems: readonly PointerProblem[]
}

/** Nodes are fields, operators and plain values, where the plain values of one list count once. */
export const matchLimits = { nodes: 500, depth: 20 } as const

/** `pointer` is the place of the match in its document. */
export function compileMatch(
  match: JsonObject,
  pointer: string,
  options: { readonly groups: { readonly [name: string]: readonly string[] } },
): CompiledMatch {
  const problems: PointerProblem[] = []
  const compilation = limited({
    groups: options.groups,
    report: (place, at, code, message, hint) => problems.push({ pointer: place, at, code, message, hint }),
  })
  const matcher = createMatcher(compileObject(match, pointer, 1, compilation))
  return { problems, matcher: problems.length === 0 ? matcher : inDoubt(matcher) }
}

/** Explains what did compile, and holds for nothing. */
function inDoubt(matcher: Matcher): Matcher {
  return {
    program: doubtful,
    fields: matcher.fields,
    selective: false,
    judge: () => 'unknown',
    explain: (subject) => matcher.explain(subject),
  }
}

const doubtful: MatchProgram = [{ kind: 'field', field: 'id', wanted: null, test: { is: 'doubt' } }]

/** Adds the limits, of which only the first that is reached is reported. */
function limited(compilation: Omit<Compilation, 'enter'>): Compilation {
  let nodes = 0
  let reported = false
  return {
    ...compilation,
    enter(pointer, depth) {
      nodes += 1
      if (nodes <= matchLimits.nodes && depth <= matchLimits.depth) return true
      const message =
        depth > matchLimits.depth
          ? `the match is nested deeper than ${matchLimits.depth} levels`
          : `the match has more than ${matchLimits.nodes} parts`
      if (!reported) compilation.report(pointer, 'value', 'document.too-many', message, null)
      reported = true
      return false
    },
  }
}

function compileObject(match: JsonObject, pointer: string, depth: number, compilation: Compilation): MatchProgram {
  return Object.entries(match).flatMap(([key, value]): MatchProgram => {
    const place = joinPointer(pointer, key)
    if (key === 'any' || key === 'all') return compileGroup(key, value, place, depth, compilation)
    const field = parseField(key)
    if (field !== null) {
      const test = compileValue(value, field, place, depth, compilation)
      return [{ kind: 'field', field: key, wanted: value, test }]
    }
    compilation.report(place, 'key', 'rules.unknown-field', `unknown field \`${key}\``, hintField(key))
    return []
  })
}

/** `any: [match…]` or `all: [match…]`. */
function compileGroup(
  key: 'any' | 'all',
  value: Json,
  pointer: string,
  depth: number,
  compilation: Compilation,
): readonly MatchClause[] {
  if (!compilation.enter(pointer, depth)) return []
  const matches = Array.isArray(value) ? value : []
  if (matches.length === 0) {
    compilation.report(pointer, 'value', 'document.type', `\`${key}\` wants a list of matches that is not empty`, null)
    return []
  }
  const alternatives = matches.map((match: Json, index) => {
    const place = joinPointer(pointer, index)
    if (isJsonObject(match) && Object.keys(match).length > 0) {
      return compileObject(match, place, depth + 1, compilation)
    }
    compilation.report(place, 'value', 'document.type', `\`${key}\` holds matches that are not empty`, null)
    return []
  })
  return [{ kind: key, wanted: value, matches: alternatives }]
}
