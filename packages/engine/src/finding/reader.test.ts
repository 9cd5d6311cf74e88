import { describe, expect, it } from 'vitest'
import { createReader, formatPath, type Reader, valueAt } from './reader.js'
import { text } from './values.js'

const recording = { records: true }
const notesOf = (reader: Reader) => ({ unreadable: reader.unreadable(), provenance: reader.provenance() })

describe('a reader', () => {
  it('takes the first path at which something stands and says where that was', () => {
    const reader = createReader({ a: null, b: ' ', c: { d: 'x' }, e: 'y' }, recording)
    expect(reader.read('f', text, ['missing'], ['a'], ['b'], ['c', 'd'], ['e'])).toBe('x')
    expect(notesOf(reader)).toEqual({ unreadable: {}, provenance: { f: 'c.d' } })
    expect(reader.lastPlace()).toBe('c.d')
  })

  it('does not replace a value that cannot be read by one from elsewhere', () => {
    const reader = createReader({ a: 1, b: 'x' }, recording)
    expect(reader.read('f', text, ['a'], ['b'])).toBeNull()
    expect(notesOf(reader)).toEqual({ unreadable: { f: '`a` is not a string' }, provenance: {} })
    expect(reader.spoiled('f')).toBe(true)
  })

  it('tells a parent of the wrong type from an absent one', () => {
    const reader = createReader({ a: [1], b: 2 })
    expect(reader.read('f', text, ['b', 'c'])).toBeNull()
    expect(reader.read('g', text, ['a', 'c'])).toBeNull()
    expect(reader.read('h', text, ['z', 'c'])).toBeNull()
    expect(reader.unreadable()).toEqual({ f: '`b` is not an object', g: '`a` is not an object' })
  })

  it('forgets where a field came from once it is spoilt', () => {
    const reader = createReader({ a: 'x' }, recording)
    reader.read('f', text, ['a'])
    expect(reader.spoil('f', 'why')).toBeNull()
    expect(notesOf(reader)).toEqual({ unreadable: { f: 'why' }, provenance: {} })
  })

  it('keeps no places unless it is to record them, and always what cannot be read', () => {
    const reader = createReader({ a: 'x', b: 1 })
    expect(reader.read('f', text, ['a'])).toBe('x')
    expect(reader.read('g', text, ['b'])).toBeNull()
    expect(notesOf(reader)).toEqual({ unreadable: { g: '`b` is not a string' }, provenance: {} })
  })

  it('of a part of a body writes places in the whole of it, and reads what stands beside it', () => {
    const body = { list: [{ a: 'x' }], beside: { b: 'y' } }
    const reader = createReader(body.list[0] ?? null, { base: ['list', 0], body, records: true })
    expect(reader.read('f', text, ['a'])).toBe('x')
    expect(reader.read('g', text, ['b'], ['/', 'beside', 'b'])).toBe('y')
    expect(reader.read('h', text, ['a', 'b'])).toBeNull()
    expect(notesOf(reader)).toEqual({
      unreadable: { h: '`list[0].a` is not an object' },
      provenance: { f: 'list[0].a', g: 'beside.b' },
    })
  })

  it('sees own members only', () => {
    const reader = createReader({ a: {} }, recording)
    expect(reader.read('f', text, ['constructor', 'name'], ['a', '__proto__', 'x'], ['a', 'toString'])).toBeNull()
    expect(notesOf(reader)).toEqual({ unreadable: {}, provenance: {} })
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
