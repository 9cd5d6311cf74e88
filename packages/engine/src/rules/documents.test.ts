import { expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { originOf, placed, type Sourced, sortDocuments } from './documents.js'

const sourced = (file: string, document: Json): Sourced<Json> => ({
  file,
  document,
  locate: (pointer, at) => ({ line: pointer.length, column: at === 'key' ? 1 : 2 }),
  source: () => null,
})

it('documents are sorted by the kind that they name and keep their order', () => {
  const sorted = sortDocuments([
    sourced('a', { kind: 'Rules' }),
    sourced('b', { kind: 'Project' }),
    sourced('c', { kind: 'Rules' }),
  ])
  expect(sorted.Rules.map(({ file }) => file)).toEqual(['a', 'c'])
  expect(sorted.Project.map(({ file }) => file)).toEqual(['b'])
  expect([sorted.Exceptions, sorted.Playbook, sorted.PlaybookTest, sorted.RuleTest, sorted.Standard].flat()).toEqual([])
})

it('what names no kind is in none', () => {
  expect(Object.values(sortDocuments([sourced('a', []), sourced('b', { kind: 'toString' })])).flat()).toEqual([])
})

it('problems and origins get the file and the place', () => {
  const source = sourced('a.yaml', null)
  const problem = { code: 'document.value', message: 'm', hint: null } as const
  expect(placed(source, [{ pointer: '/xx', at: 'key', ...problem }])).toEqual([
    { file: 'a.yaml', line: 3, column: 1, ...problem },
  ])
  expect(originOf(source, '/x')).toEqual({ file: 'a.yaml', line: 2, column: 2 })
})
