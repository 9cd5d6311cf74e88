import { expect, it } from 'vitest'
import { isNode, parseDocument } from 'yaml'
import { walkNodes } from './walk-nodes.js'

function walk(text: string) {
  const { contents } = parseDocument(text, {
    schema: 'core',
    uniqueKeys: false,
    stringKeys: true,
    resolveKnownTags: false,
  })
  if (!isNode(contents)) throw new Error('no node')
  return walkNodes(contents, text, (offset) => `@${offset}`)
}

it('gives every key and value its offsets', () => {
  expect([...walk('a: {b: [1, "x"]}').places]).toEqual([
    ['', { key: 0, value: 0, source: null }],
    ['/a', { key: 0, value: 3, source: null }],
    ['/a/b', { key: 4, value: 7, source: null }],
    ['/a/b/0', { key: 8, value: 8, source: '1' }],
    ['/a/b/1', { key: 11, value: 11, source: null }],
  ])
})

it('keeps the first of two equal keys and names both places', () => {
  const { value, problems } = walk('a: 1\na: 2\na: 3')
  expect(value).toEqual({ a: 1 })
  expect(problems.map(({ offset, message }) => [offset, message])).toEqual([
    [5, 'the key `a` stands twice in this mapping; first at @0'],
    [10, 'the key `a` stands twice in this mapping; first at @0'],
  ])
})

it.each([
  ['a: !x 1', 3, 'the tag `!x` is not accepted'],
  ['a: &b !x 1', 6, 'the tag `!x` is not accepted'],
  ['a: [!<tag:x> 1]', 4, 'the tag `!<tag:x>` is not accepted'],
  ['a: "!" \nb: ! c', 11, 'the tag `!` is not accepted'],
  ['a: &b c', 3, 'the anchor `&b` is not accepted'],
  ['a: *b', 3, 'the alias `*b` is not accepted'],
  ['<<: {}', 0, 'the merge key `<<` is not accepted'],
  ['{toString: 1}', 1, 'the key `toString` is the name of a prototype member'],
])('%j is refused at its sign', (text, offset, message) => {
  expect(walk(text).problems).toContainEqual(expect.objectContaining({ offset, message }))
})

it('a forbidden key is left out of the value', () => {
  const { value } = walk('__proto__: { x: 1 }\na: 2')
  expect(Object.keys(value ?? {})).toEqual(['a'])
  expect(Reflect.get(Object(value), 'x')).toBeUndefined()
})

it('a scalar that is refused becomes its text', () => {
  expect(walk('[012345678901, 0x1F, True]').value).toEqual(['012345678901', '0x1F', 'True'])
})
