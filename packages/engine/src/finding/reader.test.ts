import { describe, expect, it } from 'vitest'
import { createReader, formatPath, valueAt } from './reader.js'
import { text } from './values.js'

describe('a reader', () => {
  it('takes the first path at which something stands and says where that was', () => {
    const reader = createReader({ a: null, b: ' ', c: { d: 'x' }, e: 'y' })
    expect(reader.read('f', text, ['missing'], ['a'], ['b'], ['c', 'd'], ['e'])).toBe('x')
    expect(reader.notes()).toEqual({ unreadable: {}, provenance: { f: 'c.d' } })
    expect(reader.placeOf('f')).toBe('c.d')
  })

  it('does not replace a value that cannot be read by one from elsewhere', () => {
    const reader = createReader({ a: 1, b: 'x' })
    expect(reader.read('f', text, ['a'], ['b'])).toBeNull()
    expect(reader.notes()).toEqual({ unreadable: { f: '`a` is not a string' }, provenance: {} })
    expect(reader.spoiled('f')).toBe(true)
  })

  it('tells a parent of the wrong type from an absent one', () => {
    const reader = createReader({ a: [1], b: 2 })
    expect(reader.read('f', text, ['b', 'c'])).toBeNull()
    expect(reader.read('g', text, ['a', 'c'])).toBeNull()
    expect(reader.read('h', text, ['z', 'c'])).toBeNull()
    expect(reader.notes().unreadable).toEqual({ f: '`b` is not an object', g: '`a` is not an object' })
  })

  it('forgets where a field came from once it is spoilt', () => {
    const reader = createReader({ a: 'x' })
    reader.read('f', text, ['a'])
    expect(reader.spoil('f', 'why')).toBeNull()
    expect(reader.notes()).toEqual({ unreadable: { f: 'why' }, provenance: {} })
  })

  it('sees own members only', () => {
    const reader = createReader({ a: {} })
    expect(reader.read('f', text, ['constructor', 'name'], ['a', '__proto__', 'x'], ['a', 'toString'])).toBeNull()
    expect(reader.notes()).toEqual({ unreadable: {}, provenance: {} })
  })
})

describe('a path', () => {
  it.each([
    [['Resources', 0, 'Tags'], 'Resources[0].Tags'],
    [['unmapped', 'Severity.Normalized'], 'unmapped["Severity.Normalized"]'],
    [['ProductFields', 'aws/securityhub/FindingId'], 'ProductFields["aws/securityhub/FindingId"]'],
  ])('%j is written %s', (path, written) => expect(formatPath(path)).toBe(written))

  it('leads to own values, through lists by number', () => {
    expect(valueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1)
    expect(valueAt({ a: [{ b: 1 }] }, ['a', 'length'])).toBeUndefined()
    expect(valueAt({ a: null }, ['a', 'b'])).toBeUndefined()
  })
})
