/**
 * Files the clauses that lines have on one field, each where the values that it takes are going to be looked up.
 */
import { parseField } from '../contracts/fields.js'
import type { Predicate, Scalar } from '../contracts/predicate.js'
import { type AffixTree, createAffixTree } from './affix-tree.js'
import { type ContainedTexts, createContainedTexts, shortest } from './contained-texts.js'
import { FieldRows } from './field-rows.js'
import { type Marks, mark, noMarks } from './marks.js'
import { NumberRanges } from './number-ranges.js'
import { clearBit, fullRow, setBit } from './row.js'
import type { RowStore } from './row-store.js'

/** Whether the files say all of a clause, or only rule out some of what does not hold. */
export type Filed = 'exactly' | 'partly'

export interface ClauseFiles {
  /** Files the clause of one line; lines come in their order, each with one clause at most. */
  file(test: Predicate, line: number): Filed
  /** The rows, once every clause is filed; they go into the store. */
  close(store: RowStore): FieldRows
}

/** For the field of this name, and so many lines. */
export function createClauseFiles(name: string, lines: number): ClauseFiles {
  const field = parseField(name)
  if (field === null) throw new TypeError(`there is no field \`${name}\``)
  const whenAbsent = fullRow(lines)
  const whenOther = fullRow(lines)
  const values = new Map<Scalar, { readonly on: Marks; readonly off: Marks }>()
  const letters = new Map<string, Marks>()
  let beginnings: AffixTree<Marks> | null = null
  let endings: AffixTree<Marks> | null = null
  let contained: ContainedTexts<Marks> | null = null
  let numbers: NumberRanges<Marks> | null = null
  let among: Set<Scalar> | null = null

  function marksOf(value: Scalar) {
    const known = values.get(value) ?? { on: noMarks(), off: noMarks() }
    values.set(value, known)
    return known
  }

  function place(test: Predicate, line: number): Filed {
    switch (test.is) {
      case 'in':
        for (const value of test.values) mark(marksOf(value).on, line)
        if (test.among !== undefined) among = new Set(test.among)
        return 'exactly'
      case 'exists':
        setBit(test.wanted ? whenOther : whenAbsent, line)
        return 'exactly'
      case 'prefix':
        beginnings ??= createAffixTree('beginning')
        mark(beginnings.at(test.text, noMarks), line)
        return 'exactly'
      case 'suffix':
        endings ??= createAffixTree('ending')
        mark(endings.at(test.text, noMarks), line)
        return 'exactly'
      case 'same-letters': {
        const marks = letters.get(test.text) ?? noMarks()
        letters.set(test.text, marks)
        mark(marks, line)
        return 'exactly'
      }
      case 'wildcard':
        return placeWildcard(test.pieces, line)
      case 'number':
        numbers ??= new NumberRanges()
        mark(numbers.at(test.bounds, noMarks), line)
        return 'exactly'
      case 'some':
        return test.of.map((part) => placePart(part, line)).every((filed) => filed === 'exactly') ? 'exactly' : 'partly'
      case 'none':
        return placeNone(test.of, line)
      default:
        // Whatever it is about, it wants a value.
        setBit(whenOther, line)
        return 'partly'
    }
  }

  /** What one part excludes another may take. */
  function placePart(part: Predicate, line: number): Filed {
    if (part.is !== 'none') return place(part, line)
    setBit(whenOther, line)
    return 'partly'
  }

  function placeWildcard(pieces: readonly string[], line: number): Filed {
    const [head = '', ...rest] = pieces
    const tail = rest.at(-1)
    if (tail === undefined) return place({ is: 'in', values: [head] }, line)
    const isOneStar = rest.length === 1
    if (head !== '') {
      place({ is: 'prefix', text: head }, line)
      return isOneStar && tail === '' ? 'exactly' : 'partly'
    }
    if (tail !== '') {
      place({ is: 'suffix', text: tail }, line)
      return isOneStar ? 'exactly' : 'partly'
    }
    const longest = rest.reduce((a, b) => (b.length > a.length ? b : a))
    if (longest.length < shortest) {
      setBit(whenOther, line)
      return 'partly'
    }
    contained ??= createContainedTexts()
    mark(contained.at(longest, noMarks), line)
    return rest.length === 2 ? 'exactly' : 'partly'
  }

  function placeNone(parts: readonly Predicate[], line: number): Filed {
    setBit(whenOther, line)
    let filed: Filed = 'exactly'
    for (const part of parts) {
      if (part.is === 'in' && part.among === undefined) for (const value of part.values) mark(marksOf(value).off, line)
      else filed = 'partly'
    }
    return filed
  }

  return {
    file(test, line) {
      clearBit(whenAbsent, line)
      clearBit(whenOther, line)
      return place(test, line)
    },
    close(store) {
      for (const value of values.keys()) if (typeof value === 'number') numbers?.part(value)
      const files = {
        field,
        whenAbsent: store.keep(whenAbsent),
        whenOther,
        everything: store.keep(fullRow(lines)),
        values,
        letters: letters.size === 0 ? null : letters,
        beginnings,
        endings,
        contained,
        numbers,
        among,
      }
      return new FieldRows(files, store)
    },
  }
}
