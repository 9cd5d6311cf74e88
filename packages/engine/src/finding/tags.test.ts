import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { createReader } from './reader.js'
import { readTags } from './tags.js'

function read(tags: Json) {
  const reader = createReader({ tags })
  return { tags: readTags(reader, { tags }, ['tags']), unreadable: reader.unreadable() }
}

describe('tags', () => {
  it.each([
    [
      { 'c7n:FindingId:EBS Testing': 'x', a: '' },
      { 'c7n:FindingId:EBS Testing': 'x', a: '' },
    ],
    [{}, {}],
    [null, null],
    [[{ name: 'Environment', value: 'dev' }, { name: 'empty' }], { Environment: 'dev', empty: '' }],
    [['team=red', 'aws:createdBy=me', 'env:dev'], { team: 'red', 'aws:createdBy': 'me', env: 'dev' }],
    [
      [
        { name: 'a', value: '1' },
        { name: 'a', value: '1' },
      ],
      { a: '1' },
    ],
  ])('%j are %j', (given, tags) => expect(read(given)).toEqual({ tags, unreadable: {} }))

  it.each([
    [7, '`tags` is neither a map nor a list'],
    ['a=b', '`tags` is neither a map nor a list'],
    [[{ value: 'x' }], '`tags` holds an item that is not a tag'],
    [[3], '`tags` holds an item that is not a tag'],
    [['aws:cloudformation:stack-name:x'], '`tags` holds an item that is not a tag'],
  ])('%j cannot be read at all', (given, reason) => {
    expect(read(given)).toEqual({ tags: null, unreadable: { tags: reason } })
  })

  it('that cannot be read leave the others alone', () => {
    expect(read({ a: 1, b: 'x' })).toEqual({
      tags: { b: 'x' },
      unreadable: { 'tags.a': '`tags` has this tag with a value that is not a string' },
    })
    const twice = ['1', '2', '1'].map((value) => ({ name: 'a', value }))
    expect(read([...twice, { name: 'b', value: 'x' }])).toEqual({
      tags: { b: 'x' },
      unreadable: { 'tags.a': '`tags` has this tag twice with different values' },
    })
  })

  it('may have the name of a prototype member', () => {
    const { tags } = read(JSON.parse('{"__proto__": "x", "constructor": "y"}'))
    expect(Object.entries(tags ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
    expect(Object.getPrototypeOf(tags)).toBe(Object.prototype)
  })

  it('come from the first place that has any', () => {
    const raw = { tags: null, labels: ['a=b'] }
    const reader = createReader(raw)
    expect(readTags(reader, raw, ['tags'], ['labels'])).toEqual({ a: 'b' })
    expect(reader.lastPlace()).toBe('labels')
  })
})
