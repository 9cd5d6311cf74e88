import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Found } from '../contracts/fields.js'
import type { Predicate } from '../contracts/predicate.js'
import { lineCount } from '../testing/sample-rows.js'
import { createClauseFiles } from './file-clauses.js'
import { RowStore } from './row-store.js'

const words = ['a', 'b', 'ab', 'ba', 'abab', 'x'] as const
const word = fc.constantFrom(...words)
const number = fc.constantFrom(-1, 0, 1, 1.5, 2, 70)
const test: fc.Arbitrary<Predicate> = fc.oneof(
  word.map((value): Predicate => ({ is: 'in', values: [value] })),
  word.map((text): Predicate => ({ is: 'prefix', text })),
  word.map((text): Predicate => ({ is: 'suffix', text })),
  number.map((value): Predicate => ({ is: 'in', values: [value] })),
  fc
    .tuple(fc.constantFrom('=', '<', '<=', '>', '>='), number)
    .map(([sign, bound]): Predicate => ({ is: 'number', bounds: [{ sign, number: bound }] })),
  word.map((value): Predicate => ({ is: 'none', of: [{ is: 'in', values: [value] }] })),
)
const found: fc.Arbitrary<Found> = fc.oneof(
  word,
  number,
  fc.constant(Number.NaN),
  fc.constant(null),
  fc.constant('a'.repeat(600)),
  fc.array(word),
)

function linesFor(tests: readonly Predicate[], values: readonly Found[], mostBytes: number) {
  const files = createClauseFiles('criticality', lineCount)
  for (const [line, each] of tests.entries()) files.file(each, line)
  const store = new RowStore(lineCount, mostBytes)
  const rows = files.close(store)
  const lines = new Int32Array(lineCount)
  return values.map((value) => [...lines.subarray(0, store.linesInAll(Int32Array.of(rows.rowOf(value)), lines))])
}

it('values have the same rows whether there is room to remember them or not', () => {
  fc.assert(
    fc.property(fc.array(test, { maxLength: 40 }), fc.array(found, { maxLength: 20 }), (tests, values) => {
      const remembered = linesFor(tests, values, 1e6)
      expect(linesFor(tests, values, 0)).toEqual(remembered)
      expect(linesFor(tests, values, 200)).toEqual(remembered)
      expect(values.map((value) => linesFor(tests, [value], 1e6)[0])).toEqual(remembered)
    }),
  )
})
