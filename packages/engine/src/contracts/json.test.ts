import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, isJsonObject, own, sameJson, sha256 } from './json.js'

describe('canonical text', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
    [undefined, 'null'],
    [-0, '0'],
    ['\u2028"', '"\u2028\\""'],
    [Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    [JSON.parse('{"__proto__":{"a":1}}'), '{"__proto__":{"a":1}}'],
  ])('of %j', (value, text) => expect(canonical(value)).toBe(text))

  it.each<[string, unknown]>([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a Date', new Date(0)],
    ['a Map', new Map([['a', 1]])],
    ['a Set', new Set([1])],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a bigint', 1n],
    ['bytes', new Uint8Array([1])],
    ['an error', new Error('x')],
    ['something inside', { a: [{ at: new Date(0) }] }],
  ])('is refused for what JSON cannot carry, which would compare as equal: %s', (_, value) => {
    expect(() => canonical(value)).toThrow(/ is not JSON$/)
  })

  it('is the same for the same value in any order of keys, and survives a file', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        expect(canonical(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonical(value))
      }),
    )
  })

  it('is the same for two values only if they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(sameJson(a, b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)))
      }),
    )
  })
})

it('own members are those of the object itself', () => {
  expect(own({ a: 1 }, 'a')).toBe(1)
  for (const name of ['toString', '__proto__', 'constructor']) expect(own({ a: 1 }, name)).toBeUndefined()
  expect(own(['x'], '0')).toBeUndefined()
  expect(own(null, 'a')).toBeUndefined()
})

it('an object is neither null nor a list', () => {
  expect([{}, [], null, 'x'].map(isJsonObject)).toEqual([true, false, false, false])
})

it('hashes as SHA-256 does', async () => {
  expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return members.map(([key, member]) => [key, sorted(member)]).concat([['{}', null]])
}
