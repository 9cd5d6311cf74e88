import { expect, it } from 'vitest'
import type { Playbook } from '../contracts/documents/playbook.js'
import { sampleContext } from '../testing/sample-context.js'
import { sampleSource } from '../testing/sample-source.js'
import { compilePlaybooks } from './compile-playbooks.js'

const playbook = (changes: Partial<Playbook> = {}): Playbook => ({
  apiVersion: 'redress/v1',
  kind: 'Playbook',
  id: 'S3.8',
  version: '1.0.0',
  title: 'T',
  status: 'stable',
  why: 'W',
  impact: { level: 'safe', breaks: 'Nothing.' },
  match: { control: 'S3.8' },
  parameters: {},
  steps: [],
  guide: ['Do it.'],
  falsePositives: [],
  references: [],
  ...changes,
})
const shipped = sampleSource('catalog.yaml', playbook({ steps: [{ use: 's3.unknown' }] }))
const codes = (catalogue: readonly (typeof shipped)[], own: readonly (typeof shipped)[]) =>
  compilePlaybooks(catalogue, own, sampleContext()).problems.map(({ file, code }) => `${file} ${code}`)

it('steps of the catalogue may use actions that are not at hand; own ones may not', () => {
  expect(codes([shipped], [])).toEqual([])
  expect(codes([], [{ ...shipped, file: 'own.yaml' }])).toEqual(['own.yaml rules.unknown-action'])
})

it('an own one takes the place of that of the catalogue', () => {
  const own = sampleSource('own.yaml', playbook({ title: 'Own' }))
  const { playbooks } = compilePlaybooks([shipped], [own], sampleContext())
  expect([...playbooks.values()]).toMatchObject([{ playbook: { title: 'Own' }, origin: { file: 'own.yaml' } }])
})

it.each<[string, Partial<Playbook>, readonly string[]]>([
  ['guided and matches everything', { match: {} }, []],
  ['changes something and matches everything', { match: {}, steps: [{ use: 's3.x' }] }, ['a rules.matches-everything']],
  ['names an unknown control', { match: { control: 'X.1' } }, ['a rules.unknown-control']],
  ['names one in `unless`', { unless: [{ control: 'X.1' }] }, ['a rules.unknown-control']],
])('one that is %s', (_, changes, expected) => {
  expect(codes([sampleSource('a', playbook(changes))], [])).toEqual(expected)
})

it('the guide of an own one may name parameters', () => {
  const scopes: unknown[] = []
  const { compilers } = sampleContext()
  const templates = (value: unknown, pointer: string, scope: unknown) => {
    scopes.push([value, pointer, scope])
    return []
  }
  const parameters = { days: { type: 'integer', description: 'D.' } } as const
  const own = sampleSource('own.yaml', playbook({ parameters }))
  compilePlaybooks([], [own], sampleContext({ compilers: { ...compilers, templates } }))
  expect(scopes).toEqual([[['Do it.'], '/guide', { parameters: ['days'], playbook: true }]])
})
