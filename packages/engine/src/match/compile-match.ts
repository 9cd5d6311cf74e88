/**
 * Compiles a `match` once, when rules are loaded: every field must hold; `any` and `all` nest further matches.
 *
 * A match that does not compile is in doubt about every finding. So even a caller that overlooks the problems
 * makes no rule act and every `unless` veto.
 */
import { type Field, parseField, type Reading } from '../contracts/fields.js'
import { isJsonObject, type Json, type JsonObject } from '../contracts/json.js'
import type { ClauseTrace, Matcher, PointerProblem, Subject, Truth } from '../contracts/match.js'
import { joinPointer } from '../contracts/pointer.js'
import { allHold, allOf, anyHolds } from '../contracts/truth.js'
import { type Compilation, compileValue } from './compile-value.js'
import { hintField } from './hint-field.js'
import type { Clause } from './operator.js'

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
  const fields = new Set<string>()
  const compilation = limited({
    groups: options.groups,
    report: (place, at, code, message, hint) => problems.push({ pointer: place, at, code, message, hint }),
  })
  const nodes = compileObject(match, pointer, 1, compilation, fields)
  const sound = problems.length === 0
  return {
    problems,
    matcher: {
      fields,
      selective: sound && nodes.some((node) => node.selective),
      judge: (subject) => (sound ? allHold(nodes, (node) => node.judge(subject)) : 'unknown'),
      explain: (subject) => nodes.map((node) => node.explain(subject)),
    },
  }
}

interface Node {
  readonly selective: boolean
  judge(subject: Subject): Truth
  explain(subject: Subject): ClauseTrace
}

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

function compileObject(
  match: JsonObject,
  pointer: string,
  depth: number,
  compilation: Compilation,
  fields: Set<string>,
): readonly Node[] {
  return Object.entries(match).flatMap(([key, value]): readonly Node[] => {
    const place = joinPointer(pointer, key)
    if (key === 'any' || key === 'all') return compileGroup(key, value, place, depth, compilation, fields)
    const field = parseField(key)
    if (field !== null) {
      fields.add(key)
      return [fieldNode(field, value, compileValue(value, field, place, depth, compilation))]
    }
    compilation.report(place, 'key', 'rules.unknown-field', `unknown field \`${key}\``, hintField(key))
    return []
  })
}

function fieldNode(field: Field, wanted: Json, clause: Clause): Node {
  return {
    selective: clause.selective,
    judge: (subject) => judgeReading(field.read(subject), clause, subject.now),
    explain(subject) {
      const reading = field.read(subject)
      const truth = judgeReading(reading, clause, subject.now)
      return {
        field: field.name,
        wanted,
        found: foundIn(reading, field.info.list),
        from: reading.kind === 'values' ? reading.from : null,
        truth,
        detail: detailOf(reading, truth, clause),
        children: [],
      }
    },
  }
}

function judgeReading(reading: Reading, clause: Clause, now: number): Truth {
  if (reading.kind === 'values') return clause.judge(reading.values, now)
  return reading.kind === 'absent' ? clause.absent : 'unknown'
}

function foundIn(reading: Reading, list: boolean): Json {
  if (reading.kind !== 'values') return null
  const [first, ...rest] = reading.values
  return list || rest.length > 0 || first === undefined ? reading.values : first
}

function detailOf(reading: Reading, truth: Truth, clause: Clause): string | null {
  if (reading.kind === 'absent') return 'absent'
  if (reading.kind === 'unreadable') return `unreadable: ${reading.reason}`
  return truth === 'unknown' ? clause.doubt : null
}

/** `any: [match…]` or `all: [match…]`. */
function compileGroup(
  key: 'any' | 'all',
  value: Json,
  pointer: string,
  depth: number,
  compilation: Compilation,
  fields: Set<string>,
): readonly Node[] {
  if (!compilation.enter(pointer, depth)) return []
  const matches = Array.isArray(value) ? value : []
  if (matches.length === 0) {
    compilation.report(pointer, 'value', 'document.type', `\`${key}\` wants a list of matches that is not empty`, null)
    return []
  }
  const alternatives = matches.map((match: Json, index) => {
    const place = joinPointer(pointer, index)
    if (isJsonObject(match) && Object.keys(match).length > 0) {
      return compileObject(match, place, depth + 1, compilation, fields)
    }
    compilation.report(place, 'value', 'document.type', `\`${key}\` holds matches that are not empty`, null)
    return []
  })
  return [groupNode(key, value, alternatives)]
}

function groupNode(key: 'any' | 'all', wanted: Json, alternatives: readonly (readonly Node[])[]): Node {
  const combine = key === 'any' ? anyHolds : allHold
  const selective = alternatives.map((nodes) => nodes.some((node) => node.selective))
  return {
    selective: key === 'any' ? selective.every(Boolean) : selective.some(Boolean),
    judge: (subject) => combine(alternatives, (nodes) => allHold(nodes, (node) => node.judge(subject))),
    explain(subject) {
      const children = alternatives.map((nodes) => together(nodes.map((node) => node.explain(subject))))
      const truth = combine(children, (child) => child.truth)
      return { ...bare, field: key, wanted, truth, children }
    },
  }
}

/** One clause stands for itself; several stand under `all`. */
function together(traces: readonly ClauseTrace[]): ClauseTrace {
  const [only, ...others] = traces
  if (only !== undefined && others.length === 0) return only
  const wanted = traces.map((trace) => ({ [trace.field]: trace.wanted }))
  return { ...bare, field: 'all', wanted, truth: allOf(traces.map((trace) => trace.truth)), children: traces }
}

const bare = { found: null, from: null, detail: null } as const
