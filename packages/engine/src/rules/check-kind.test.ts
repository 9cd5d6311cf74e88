import { expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { checkKind } from './check-kind.js'

const version = { apiVersion: 'redress/v1' }

it('a document with both lines is of its kind', () => {
  expect(checkKind({ ...version, kind: 'Rules' }, ['Rules'])).toEqual({ kind: 'Rules', problems: [] })
  expect(checkKind({ ...version, kind: 'PlaybookTest' }, ['RuleTest', 'PlaybookTest']).kind).toBe('PlaybookTest')
})

it.each<[string, Json, string | null, string, string]>([
  ['no mapping', 'x', null, '', 'document.type'],
  ['no version', { kind: 'Rules' }, 'Rules', '', 'document.api-version'],
  ['another version', { apiVersion: 'v2', kind: 'Rules' }, 'Rules', '/apiVersion', 'document.api-version'],
  ['no kind', version, null, '', 'document.kind'],
  ['a kind that is no text', { ...version, kind: 5 }, null, '/kind', 'document.kind'],
  ['a kind for another place', { ...version, kind: 'Project' }, null, '/kind', 'document.kind'],
  ['a kind that is a prototype member', { ...version, kind: 'toString' }, null, '/kind', 'document.kind'],
])('%s is told of', (_, value, kind, pointer, code) => {
  expect(checkKind(value, ['Rules'])).toMatchObject({ kind, problems: [{ pointer, code }] })
})
