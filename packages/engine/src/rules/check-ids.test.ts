import { describe, expect, it } from 'vitest'
import { limits } from '../contracts/documents/limits.js'
import { formatProblem } from '../contracts/problem.js'
import { sampleSource } from '../testing/sample-source.js'
import { checkIds } from './check-ids.js'
import { sortDocuments } from './documents.js'

const rules = (file: string, ids: readonly string[]) =>
  sampleSource(file, { kind: 'Rules', rules: ids.map((id) => ({ id })) })
const check = (...sources: Parameters<typeof sortDocuments>[0]) => checkIds(sortDocuments(sources)).map(formatProblem)

describe('ids', () => {
  it('may be the same for a rule, an exception and a playbook', () => {
    const exceptions = sampleSource('b.yaml', { kind: 'Exceptions', exceptions: [{ id: 'a' }] })
    expect(check(rules('a.yaml', ['a']), exceptions, sampleSource('a.yaml', { kind: 'Playbook', id: 'a' }))).toEqual([])
  })

  it('of two rules may not, in one file or two; each is told with the first place', () => {
    const again = 'the rule `a` is there already, at a.yaml:4:9 (document.duplicate-id)\n  give it another id'
    expect(check(rules('a.yaml', ['a', 'b', 'a']), rules('b.yaml', ['a']))).toEqual([
      `a.yaml:4:9 ${again}`,
      `b.yaml:4:9 ${again}`,
    ])
  })

  it.each(['Playbook', 'Standard'])('of two documents of kind %s may not', (kind) => {
    const source = (file: string) => sampleSource(file, { kind, id: 'x' })
    expect(check(source('x.yaml'), source('b/x.yaml'))).toHaveLength(1)
  })

  it('may not be prototype members', () => {
    expect(check(rules('a.yaml', ['constructor']))).toEqual([
      'a.yaml:4:9 the id `constructor` is the name of a prototype member (yaml.forbidden-key)\n  use another id',
    ])
  })
})

it.each([
  ['playbooks/S3.8.yaml', { kind: 'Playbook', id: 'S3.8' }, 0],
  ['playbooks/s3.8.yaml', { kind: 'Playbook', id: 'S3.8' }, 1],
  ['playbooks/S3.8.test.yaml', { kind: 'PlaybookTest', playbook: 'S3.8' }, 0],
  ['playbooks/S3.9.test.yaml', { kind: 'PlaybookTest', playbook: 'S3.8' }, 1],
])('the file %s is named after %j or not (%i)', (file, document, count) => {
  expect(check(sampleSource(file, document))).toHaveLength(count)
})

it('more than 20,000 rules are too many, in all files together', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `r${index}`)
  expect(check(rules('a.yaml', many(limits.rules)))).toEqual([])
  expect(check(rules('a.yaml', many(limits.rules)), rules('b.yaml', ['last']))).toEqual([
    'b.yaml:4:9 the project has more than 20000 rules (document.too-many)\n  split the project',
  ])
})
