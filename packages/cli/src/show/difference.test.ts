import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences } from './difference.js'

describe('differences', () => {
  it.each([
    ['equal values', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    ['a member that turned', { a: 1, b: 2 }, { a: 1, b: 3 }, [{ kind: 'changed', path: 'b', before: 2, after: 3 }]],
    [
      'a member deep inside',
      { a: { b: { c: 1 } } },
      { a: { b: { c: 2 } } },
      [{ kind: 'changed', path: 'a.b.c', before: 1, after: 2 }],
    ],
    ['a member that came', {}, { a: null }, [{ kind: 'added', path: 'a', after: null }]],
    ['a member that went', { a: 0 }, {}, [{ kind: 'removed', path: 'a', before: 0 }]],
    [
      'a thing that is created',
      null,
      { a: 1, b: 2 },
      [
        { kind: 'added', path: 'a', after: 1 },
        { kind: 'added', path: 'b', after: 2 },
      ],
    ],
    ['a thing that is deleted', { a: 1 }, null, [{ kind: 'removed', path: 'a', before: 1 }]],
    ['an item that went', { r: ['x', 'y', 'z'] }, { r: ['x', 'z'] }, [{ kind: 'removed', path: 'r[1]', before: 'y' }]],
    ['an item of two equal ones that went', ['x', 'x'], ['x'], [{ kind: 'removed', path: '[1]', before: 'x' }]],
    ['items that only moved', { r: [1, 2] }, { r: [2, 1] }, []],
    [
      'an item that turned at its place',
      { r: [{ a: 1, b: 1 }] },
      { r: [{ a: 1, b: 2 }] },
      [{ kind: 'changed', path: 'r[0].b', before: 1, after: 2 }],
    ],
    ['a value of another type', 1, '1', [{ kind: 'changed', path: '', before: 1, after: '1' }]],
  ])('tells %s', (_name, before, after, told) => {
    expect(differences(before, after)).toEqual(told)
  })

  it('finds none exactly where values are equal but for the order of items', () => {
    const json = fc.jsonValue({ maxDepth: 3 })
    fc.assert(
      fc.property(
        json,
        (value) => differences(JSON.parse(JSON.stringify(value)), JSON.parse(JSON.stringify(value))).length === 0,
      ),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), fc.dictionary(fc.string(), fc.integer()), (a, b) => {
        const changed = new Set([...Object.keys(a), ...Object.keys(b)])
        const count = [...changed].filter(
          (key) => !Object.hasOwn(a, key) || !Object.hasOwn(b, key) || a[key] !== b[key],
        ).length
        return differences(a, b).length === count
      }),
    )
  })
})
