import { expect, it } from 'vitest'
import type { Project } from '../contracts/documents/project.js'
import { sampleContext } from '../testing/sample-context.js'
import { checkProjectDocument } from './check-project.js'

const base: Project = { apiVersion: 'redress/v1', kind: 'Project', scope: { accounts: [], regions: [] } }

function messages(changes: Partial<Project>, version: string | null = null) {
  const project = { ...base, ...changes }
  return checkProjectDocument(project, sampleContext({ project }), version).map(
    ({ pointer, message }) => `${pointer} ${message}`,
  )
}
const scope = { accounts: ['123456789012', { group: 'dev' }], regions: [] }

it.each<[Partial<Project>, readonly string[]]>([
  [{}, []],
  [{ scope, groups: { dev: ['111122223333'] } }, []],
  [{ scope }, ['/scope/accounts/1/group unknown group `dev`']],
  [{ scope: { ...scope, accounts: [{ group: 'toString' }] } }, ['/scope/accounts/0/group unknown group `toString`']],
  [
    { scope, groups: { dev: ['111122223333', 'x'] } },
    ['/groups/dev/1 `x` is not an account id, and the group is used in `scope`'],
  ],
  [{ groups: { dev: ['x'] } }, []],
  [{ guided: { channel: 'a' } }, ['/guided/channel unknown channel `a`']],
  [{ guided: { channel: 'a' }, channels: { a: { type: 'slack', url: 'https://example.com/' } } }, []],
])('%j', (changes, expected) => {
  expect(messages(changes)).toEqual(expected)
})

it.each([
  ['1.2.3', '1.2.3', 0],
  ['1.2.3', '1.2.4', 0],
  ['1.2.3', '1.3.0', 0],
  ['1.2.3', '1.2.2', 1],
  ['1.2.3', '1.1.9', 1],
  ['1.2.3', '2.2.3', 1],
  ['2.0.0', '1.9.9', 1],
  ['1.2.3', null, 0],
])('a project for catalogue %s meets %s: %i problems', (wanted, found, count) => {
  expect(messages({ catalog: wanted }, found)).toHaveLength(count)
})
