import { expect, it } from 'vitest'
import type { DocumentKind } from '../contracts/documents/index.js'
import type { Json } from '../contracts/json.js'
import { sampleContext } from '../testing/sample-context.js'
import { sampleSource } from '../testing/sample-source.js'
import { checkTests } from './check-tests.js'
import { sortDocuments } from './documents.js'

function messages(test: Json, incomplete: readonly DocumentKind[] = []) {
  const documents = sortDocuments([
    sampleSource('rules/a.yaml', { kind: 'Rules', rules: [{ id: 'known' }] }),
    sampleSource('exceptions/a.yaml', { kind: 'Exceptions', exceptions: [{ id: 'known' }] }),
    sampleSource('tests/a.test.yaml', test),
  ])
  return checkTests(documents, sampleContext({ incomplete: new Set(incomplete) })).map(({ message }) => message)
}
const expecting = (expect: Json): Json => ({ kind: 'RuleTest', cases: [{ name: 'x', finding: 'y', expect }] })

it.each<[Json, DocumentKind, readonly string[]]>([
  [{ rules: ['known'], exception: 'known' }, 'Rules', []],
  [{ rules: ['unknown'] }, 'Rules', ['there is no rule `unknown`']],
  [{ exception: 'unknown' }, 'Exceptions', ['there is no exception `unknown`']],
])('expecting %j names what exists, or could, if %s cannot be read', (expectation, kind, expected) => {
  expect(messages(expecting(expectation))).toEqual(expected)
  expect(messages(expecting(expectation), [kind])).toEqual([])
})

it('rules of the catalogue may be expected', () => {
  expect(messages(expecting({ rules: ['catalog-s3.8'] }))).toEqual([])
})

it('changes are expected of actions that exist', () => {
  expect(messages(expecting({ changes: [{ use: 's3.nope' }] }))).toEqual(['unknown action `s3.nope`'])
})

it('a test is of a playbook that exists, or could', () => {
  const test = { kind: 'PlaybookTest', playbook: 'S3.8', cases: [] }
  expect(messages(test)).toEqual(['unknown playbook `S3.8`'])
  expect(messages(test, ['Playbook'])).toEqual([])
})
