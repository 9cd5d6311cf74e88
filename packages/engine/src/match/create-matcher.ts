/**
 * Makes what judges and explains of a compiled match.
 *
 * Judging takes the clauses that cost least first, which cannot change the verdict; explaining keeps the order of the
 * document and judges every clause.
 */
import { type Found, isList, parseField, readField, Unreadable } from '../contracts/fields.js'
import type { Json } from '../contracts/json.js'
import type { ClauseTrace, Matcher, Subject, Truth } from '../contracts/match.js'
import type { MatchClause, MatchProgram, Predicate } from '../contracts/predicate.js'
import { allHold, allOf, anyHolds } from '../contracts/truth.js'
import { doubtAbout, isSelective } from './about-predicate.js'
import { createJudge } from './create-judge.js'

/**
 * What judges and explains is made when a finding first asks for it: of thousands of rules most are ruled out by the rows
 * of a set, which read the program. Judging throws for a field that does not exist, which no program has that was compiled.
 */
export function createMatcher(program: MatchProgram): Matcher {
  return new ProgramMatcher(program)
}

class ProgramMatcher implements Matcher {
  readonly program: MatchProgram
  #fields: ReadonlySet<string> | null = null
  #nodes: readonly Node[] | null = null
  #cheapFirst: readonly Node[] | null = null

  constructor(program: MatchProgram) {
    this.program = program
  }

  get fields(): ReadonlySet<string> {
    this.#fields ??= new Set(fieldsOf(this.program))
    return this.#fields
  }

  get selective(): boolean {
    return isSelective(this.program)
  }

  judge(subject: Subject): Truth {
    this.#cheapFirst ??= [...this.#made()].sort((a, b) => a.cost - b.cost)
    return judgeAll(this.#cheapFirst, subject)
  }

  explain(subject: Subject): readonly ClauseTrace[] {
    return this.#made().map((node) => node.explain(subject))
  }

  #made(): readonly Node[] {
    this.#nodes ??= this.program.map(createNode)
    return this.#nodes
  }
}

interface Node {
  readonly cost: number
  judge(subject: Subject): Truth
  explain(subject: Subject): ClauseTrace
}

/** As `allHold`, without a function for each subject: this is the innermost loop of deciding. */
function judgeAll(nodes: readonly Node[], subject: Subject): Truth {
  let result: Truth = 'yes'
  for (const node of nodes) {
    const truth = node.judge(subject)
    if (truth === 'no') return 'no'
    if (truth === 'unknown') result = 'unknown'
  }
  return result
}

function fieldsOf(program: MatchProgram): readonly string[] {
  return program.flatMap((clause) => (clause.kind === 'field' ? [clause.field] : clause.matches.flatMap(fieldsOf)))
}

function createNode(clause: MatchClause): Node {
  return clause.kind === 'field' ? fieldNode(clause) : groupNode(clause)
}

function fieldNode({ field: name, wanted, test }: Extract<MatchClause, { readonly kind: 'field' }>): Node {
  const field = parseField(name)
  if (field === null) throw new TypeError(`there is no field \`${name}\``)
  const judge = createJudge(test)
  return {
    cost: costOf(test) + (field.info.kind === 'raw' ? 4 : 0),
    judge: (subject) => judge(field.find(subject), subject.now),
    explain(subject) {
      const found = field.find(subject)
      const truth = judge(found, subject.now)
      const reading = readField(field, subject)
      return {
        field: name,
        wanted,
        found: shown(found, field.info.list),
        from: reading.kind === 'values' ? reading.from : null,
        truth,
        detail: detailOf(found, truth, test),
        children: [],
      }
    },
  }
}

/** Rough: what is compared comes before what is tried piece by piece, and that before what is parsed. */
function costOf(test: Predicate): number {
  switch (test.is) {
    case 'in':
    case 'exists':
    case 'number':
      return 1
    case 'regex':
    case 'cidr':
    case 'older':
    case 'newer':
      return 20
    case 'some':
    case 'every':
    case 'none':
      return test.of.reduce((sum, part) => sum + costOf(part), 1)
    default:
      return 2
  }
}

function shown(found: Found, list: boolean): Json {
  if (found === null || found instanceof Unreadable) return null
  if (!isList(found)) return list ? [found] : found
  const [first, ...rest] = found
  return list || rest.length > 0 || first === undefined ? found : first
}

function detailOf(found: Found, truth: Truth, test: Predicate): string | null {
  if (found === null) return 'absent'
  if (found instanceof Unreadable) return `unreadable: ${found.reason}`
  return truth === 'unknown' ? doubtAbout(test) : null
}

/** `any: [match…]` or `all: [match…]`. */
function groupNode({ kind, wanted, matches }: Extract<MatchClause, { readonly kind: 'any' | 'all' }>): Node {
  const combine = kind === 'any' ? anyHolds : allHold
  const alternatives = matches.map((program) => program.map(createNode))
  return {
    cost: alternatives.flat().reduce((sum, { cost }) => sum + cost, 1),
    judge: (subject) => combine(alternatives, (nodes) => judgeAll(nodes, subject)),
    explain(subject) {
      const children = alternatives.map((nodes) => together(nodes.map((node) => node.explain(subject))))
      const truth = combine(children, (child) => child.truth)
      return { ...bare, field: kind, wanted, truth, children }
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
