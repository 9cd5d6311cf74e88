import { expect, it } from 'vitest'
import { formatProblem } from '../contracts/problem.js'
import { readDocuments } from './read-documents.js'

const exceptions = (text = '') => `apiVersion: redress/v1\nkind: Exceptions\nexceptions: []\n${text}`

it('files are read in the order of their paths, whatever the order they come in', () => {
  const { checked, problems, incomplete } = readDocuments(
    new Map([
      ['exceptions/b.yaml', exceptions()],
      ['exceptions/B.yaml', exceptions()],
      ['exceptions/a/z.yaml', exceptions()],
      ['README.yaml', ': : :'],
    ]),
  )
  expect(checked.map(({ file }) => file)).toEqual(['exceptions/B.yaml', 'exceptions/a/z.yaml', 'exceptions/b.yaml'])
  expect([problems, [...incomplete]]).toEqual([[], []])
})

it('kinds of which a document is missing are named', () => {
  const { checked, incomplete } = readDocuments(
    new Map([
      ['exceptions/a.yaml', exceptions('more: 1\n')],
      ['rules/a.yaml', '}'],
      ['tests/a.test.yaml', 'kind: Other\n'],
    ]),
  )
  expect(checked).toEqual([])
  expect([...incomplete]).toEqual(['Exceptions', 'Rules', 'RuleTest', 'PlaybookTest'])
})

it('a value that is refused as YAML is not complained of again, and everything else is', () => {
  const text = exceptions('a: 012345678901\n')
    .replace('[]', '[{ id: 012345678901, owner: 5, owner: 6 }]')
    .replace('apiVersion: redress/v1\n', '')
  const { problems } = readDocuments(new Map([['exceptions/a.yaml', text]]))
  expect(problems.map((problem) => formatProblem({ ...problem, hint: null }))).toEqual([
    'exceptions/a.yaml:2:20 the account id `012345678901` is not quoted, and YAML reads it as a number (yaml.unquoted)',
    'exceptions/a.yaml:2:44 the key `owner` stands twice in this mapping; first at 2:34 (yaml.duplicate-key)',
    'exceptions/a.yaml:3:4 the account id `012345678901` is not quoted, and YAML reads it as a number (yaml.unquoted)',
    'exceptions/a.yaml:1:1 `apiVersion` is missing (document.api-version)',
    'exceptions/a.yaml:3:1 the key `a` is not known here (document.unknown-key)',
    'exceptions/a.yaml:2:14 `match` is missing (document.missing-key)',
    'exceptions/a.yaml:2:14 `reason` is missing (document.missing-key)',
    'exceptions/a.yaml:2:14 `justification` is missing (document.missing-key)',
    'exceptions/a.yaml:2:14 `expires` is missing (document.missing-key)',
    'exceptions/a.yaml:2:41 `owner` must be text, and `5` is read as a number (yaml.unquoted)',
  ])
})
