/**
 * Judges many matches at once, for work that hardly grows with their number.
 *
 * Each match is one line or a few; each line has one bit in the rows of each field. The values of a subject choose a row
 * of every field, the rows are laid over each other, and the bits that are left are the lines that may hold. A match is
 * only judged itself where its rows do not say all. docs/guides/matching.md has a picture.
 */
import type { Found } from '../contracts/fields.js'
import type { Matched, Matcher, MatchSet, Subject } from '../contracts/match.js'
import type { FieldRows } from './field-rows.js'
import { type ClauseFiles, createClauseFiles } from './file-clauses.js'
import { Leftovers } from './leftovers.js'
import { type Line, linesOf } from './lines.js'
import { orderLines } from './order-lines.js'
import { RowStore } from './row-store.js'

/** So few matches are judged one by one, which takes less time than laying rows over each other. */
const few = 16

export function createMatchSet(matchers: readonly Matcher[]): MatchSet {
  if (matchers.length <= few) return { matching: (subject) => judgeEach(matchers, subject) }
  const { lines, fields, leftovers, store } = fileLines(matchers)
  // Filled anew for each subject.
  const rows = new Int32Array(fields.length)
  const left = new Int32Array(lines.length)
  const found: Found[] = []

  return {
    matching(subject) {
      let isExact = true
      for (let index = 0; index < fields.length; index++) {
        const field = fields[index]
        if (field === undefined) continue
        const value = field.field.find(subject)
        found[index] = value
        rows[index] = field.rowOf(value)
        if (!field.isExact) isExact = false
      }
      leftovers.begin(found, subject.now)
      let matched: Matched[] | null = null
      const count = store.linesInAll(rows, left)
      for (let index = 0; index < count; index++) {
        const line = left[index] ?? 0
        const position = lines[line] ?? 0
        const told = isExact ? leftovers.truth(line) : null
        const truth = told ?? matchers[position]?.judge(subject) ?? 'no'
        if (truth === 'no') continue
        matched ??= []
        insert(matched, { position, truth })
      }
      return matched ?? nothing
    },
  }
}

function judgeEach(matchers: readonly Matcher[], subject: Subject): readonly Matched[] {
  let found: Matched[] | null = null
  for (let position = 0; position < matchers.length; position++) {
    const truth = matchers[position]?.judge(subject) ?? 'no'
    if (truth === 'no') continue
    found ??= []
    found.push({ position, truth })
  }
  return found ?? nothing
}

const nothing: readonly Matched[] = []

interface Filed {
  /** Position of the match of each line. */
  readonly lines: Int32Array
  readonly fields: readonly FieldRows[]
  /** What the rows do not say of each line. */
  readonly leftovers: Leftovers
  readonly store: RowStore
}

/** A field that every match may be about, so that there is a row for lines without a clause. */
const anyField = 'id'

function fileLines(matchers: readonly Matcher[]): Filed {
  const { lines, fields: named } = orderLines(matchers.flatMap(({ program }, position) => linesOf(program, position)))
  const fields = named.length === 0 ? [anyField] : named
  const files = new Map(fields.map((name, index) => [name, { index, files: createClauseFiles(name, lines.length) }]))
  const leftovers = new Leftovers()
  leftovers.close(lines.map((line, number) => fileLine(line, number, files, leftovers)))
  const store = new RowStore(lines.length)
  return {
    lines: Int32Array.from(lines, ({ match }) => match),
    fields: Array.from(files.values(), (each) => each.files.close(store)),
    leftovers,
    store,
  }
}

/** The clauses of the line that its files do not say all of; `null` where something of the line was left out. */
function fileLine(
  { clauses, complete }: Line,
  number: number,
  fields: ReadonlyMap<string, { readonly index: number; readonly files: ClauseFiles }>,
  leftovers: Leftovers,
): readonly number[] | null {
  const filed = new Set<string>()
  const rest: number[] = []
  for (const { field, test } of clauses) {
    const { index, files } = fields.get(field) ?? { index: 0, files: null }
    // A line has one place in the files of a field: a second clause about it is always left over.
    const isFiled = !filed.has(field) && test.is !== 'doubt' && files?.file(test, number) === 'exactly'
    filed.add(field)
    if (!isFiled) rest.push(leftovers.numberOf(index, test))
  }
  return complete ? rest : null
}

/** In the order of positions, and each once: several lines of a match may hold. Few are found, and mostly in order. */
function insert(found: Matched[], matched: Matched): void {
  let at = found.length
  while (at > 0 && (found[at - 1]?.position ?? 0) > matched.position) at -= 1
  if (at > 0 && found[at - 1]?.position === matched.position) return
  if (at === found.length) found.push(matched)
  else found.splice(at, 0, matched)
}
