/**
 * A `match` or `unless`: compiled, and the control ids in it looked up.
 *
 * Which control ids exist is known here and not to the matcher, which compares them as text.
 */
import { canonicalControl, isKnownControl, knownControls } from '../contracts/controls.js'
import { isJsonObject, type Json, type JsonObject, own } from '../contracts/json.js'
import type { Matcher, PointerProblem } from '../contracts/match.js'
import { didYouMean } from '../contracts/nearest.js'
import { joinPointer } from '../contracts/pointer.js'
import type { CheckContext, Compiled } from './check-context.js'
import { inWords } from './in-words.js'

/** Compiles one match; `needsToSelect` says why a match of everything is refused, or `null` where it is not. */
export function checkMatch(
  match: JsonObject,
  pointer: string,
  context: CheckContext,
  needsToSelect: Pick<PointerProblem, 'message' | 'hint'> | null,
): Compiled<Matcher> {
  const compiled = context.compilers.match(match, pointer, { groups: context.project?.groups ?? {} })
  const found = compiled.problems.filter(
    ({ code }) => code !== 'rules.unknown-group' || !context.incomplete.has('Project'),
  )
  const problems = [...found, ...controlProblems(match, pointer)]
  if (needsToSelect !== null && compiled.problems.length === 0 && !compiled.matcher.selective) {
    problems.push({ pointer, at: 'key', code: 'rules.matches-everything', ...needsToSelect })
  }
  return { value: compiled.matcher, problems }
}

/** Compiles each match of an `unless`. */
export function checkUnless(
  unless: readonly JsonObject[] | undefined,
  pointer: string,
  context: CheckContext,
): Compiled<readonly Matcher[]> {
  const compiled = (unless ?? []).map((match, index) => checkMatch(match, joinPointer(pointer, index), context, null))
  return { value: compiled.map(({ value }) => value), problems: compiled.flatMap(({ problems }) => problems) }
}

/** The problem of a control id that Security Hub does not have, else an empty list. */
export function unknownControl(id: string, pointer: string): readonly PointerProblem[] {
  if (isKnownControl(id)) return []
  const spelling = canonicalControl(id)
  const hint = spelling === null ? didYouMean(id, knownControls) : `write \`${spelling}\``
  return [{ pointer, at: 'value', code: 'rules.unknown-control', message: `there is no control ${inWords(id)}`, hint }]
}

function controlProblems(match: JsonObject, pointer: string): readonly PointerProblem[] {
  return Object.entries(match).flatMap(([field, value]) => {
    const place = joinPointer(pointer, field)
    if (field === 'control') return controlsIn(value, place)
    if ((field !== 'any' && field !== 'all') || !Array.isArray(value)) return []
    const nested: readonly Json[] = value
    return nested.flatMap((item, index) => (isJsonObject(item) ? controlProblems(item, joinPointer(place, index)) : []))
  })
}

function controlsIn(value: Json, pointer: string): readonly PointerProblem[] {
  if (typeof value === 'string') return unknownControl(value, pointer)
  if (Array.isArray(value)) {
    const list: readonly Json[] = value
    return list.flatMap((item, index) => controlsIn(item, joinPointer(pointer, index)))
  }
  const excluded = own(value, 'anything-but')
  return typeof excluded === 'string' || Array.isArray(excluded)
    ? controlsIn(excluded, joinPointer(pointer, 'anything-but'))
    : []
}
