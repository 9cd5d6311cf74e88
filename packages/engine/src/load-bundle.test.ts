import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildBundle } from './build-bundle.js'
import type { Action } from './contracts/action.js'
import type { Finding } from './contracts/finding.js'
import type { Json, JsonObject } from './contracts/json.js'
import type { LoadedProject } from './contracts/loaded.js'
import { createEngine } from './engine.js'
import { memoryJournal } from './journal/memory-journal.js'
import { loadBundle } from './load-bundle.js'
import { loadProject } from './load-project.js'
import { fileActions as actions, fileCatalog as catalog, sampleFiles as files } from './testing/sample-files.js'
import { sampleFinding, sampleNow, sampleResource } from './testing/sample-finding.js'

const loaded = await loadProject({ files, catalog, actions })
const bundle = await buildBundle(loaded)
const clock = { now: () => sampleNow, sleep: async () => {} }

/** What an engine says of these findings: decisions, a plan, and why each rule, exception and playbook holds or not. */
async function answers(
  project: LoadedProject,
  given: readonly Action[],
  findings: readonly Finding[],
  request = false,
) {
  const engine = createEngine({ project, actions: given, clock, mode: 'apply', journal: memoryJournal() })
  const ids = [
    ...project.rules.map(({ rule }) => rule.id),
    ...project.exceptions.map(({ exception }) => exception.id),
    ...project.playbooks.keys(),
  ]
  return {
    decisions: engine.decide(findings, { request }),
    plan: await engine.plan(findings, { request }),
    explanations: findings.flatMap((finding) => ids.map((id) => engine.explain(finding, id))),
  }
}

/** All of a project that is data. */
function dataOf({ rules, exceptions, playbooks, ...rest }: LoadedProject) {
  return {
    ...rest,
    rules: rules.map(({ when, match, unless, ...rule }) => ({
      ...rule,
      hasWhen: when !== null,
      programs: [match, ...unless].map(({ program, fields, selective }) => ({ program, fields, selective })),
    })),
    exceptions: exceptions.map(({ match, ...exception }) => ({ ...exception, program: match.program })),
    playbooks: [...playbooks].map(([id, { match, unless, ...playbook }]) => ({
      ...playbook,
      id,
      programs: [match, ...unless].map(({ program }) => program),
    })),
  }
}

const findings = [
  sampleFinding({ account: '111122223333' }),
  sampleFinding({ id: 'b', control: 'EC2.18', account: '111122223333' }),
  sampleFinding({ id: 'c', control: 'S3.13', resources: [sampleResource({ name: 'logs', type: 'AWS::S3::Bucket' })] }),
  sampleFinding({ id: 'd', control: 'S3.8', resources: [sampleResource({ tags: { public: 'true' } })] }),
]

const clauses: readonly (readonly [string, readonly Json[]])[] = [
  ['control', ['EC2.2', ['S3.8', 'EC2.2'], { prefix: 'EC2.' }, { 'anything-but': ['S3.8'] }]],
  ['account', ['111122223333', { group: 'sandboxes' }, ['123456789012', { group: 'sandboxes' }]]],
  ['severity', ['HIGH', { 'at-least': 'MEDIUM' }, { 'at-most': 'HIGH' }, { 'none-of': [{ 'at-least': 'CRITICAL' }] }]],
  ['title', [{ wildcard: '*groups*' }, { suffix: 'traffic' }, { regex: '[A-Z]+ .*' }, { 'equals-ignore-case': 'vpc' }]],
  ['criticality', [7, { numeric: ['>=', 5, '<', 9] }, { exists: false }]],
  ['types', [{ 'any-of': ['a', { prefix: 'Soft' }] }, { 'all-of': [{ prefix: 'Soft' }, { suffix: 'ices' }] }]],
  ['firstObserved', [{ 'older-than': '10d' }, { 'newer-than': '30d' }]],
  ['resource.tags.Environment', ['dev', ['dev', 'test'], { exists: true }]],
  ['resource.details.Address', [{ cidr: '192.0.2.0/24' }]],
]
const clause = fc
  .constantFrom(...clauses)
  .chain(([field, wanted]) => fc.constantFrom(...wanted).map((value): readonly [string, Json] => [field, value]))
const plain = fc.array(clause, { minLength: 1, maxLength: 4 }).map((list): JsonObject => Object.fromEntries(list))
const nested = fc.array(plain, { minLength: 1, maxLength: 3 })
const match = fc.record({ plain, any: fc.option(nested), all: fc.option(nested) }).map(
  (parts): JsonObject => ({
    ...parts.plain,
    ...(parts.any === null ? {} : { any: parts.any }),
    ...(parts.all === null ? {} : { all: parts.all }),
  }),
)
const rule = fc.record({
  match,
  unless: fc.array(plain, { maxLength: 2 }),
  when: fc.option(fc.constant({ '>=': [{ var: 'finding.ageDays' }, 15] })),
  mode: fc.constantFrom('observe', 'plan', 'approve', 'apply'),
  stop: fc.boolean(),
})
const finding = fc
  .record({
    id: fc.uuid(),
    control: fc.constantFrom('EC2.2', 'S3.8', null),
    account: fc.constantFrom('111122223333', '123456789012'),
    severity: fc.constantFrom('LOW', 'HIGH', 'CRITICAL'),
    criticality: fc.constantFrom(3, 7, null),
    resources: fc.constantFrom(
      [],
      [sampleResource()],
      [sampleResource({ tags: null }), sampleResource({ id: 'b', details: { Address: '192.0.2.7' } })],
    ),
  })
  .map((changes) => sampleFinding(changes))

type Generated = typeof rule extends fc.Arbitrary<infer Value> ? Value : never

async function randomAnswers(generated: readonly Generated[], given: readonly Finding[]): Promise<void> {
  const rules = generated.map(({ when, ...written }, index) => ({
    id: `rule-${index}`,
    matchAll: true,
    ...written,
    ...(when === null ? {} : { when }),
    steps: [{ use: 'finding.note', with: { text: 'seen in ${finding.account}' } }],
  }))
  const document = JSON.stringify({ apiVersion: 'redress/v1', kind: 'Rules', rules })
  const random = new Map([...files, ['rules/sandboxes.yaml', document]])
  random.delete('tests/sandboxes.test.yaml')
  const yaml = await loadProject({ files: random, catalog, actions })
  const again = await loadBundle(JSON.stringify(await buildBundle(yaml)), { actions })
  const [found, wanted] = [await answers(again, actions, given), await answers(yaml, actions, given)]
  // First without the differences, which take much longer to look for.
  if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted)
  expect(dataOf(again)).toEqual(dataOf({ ...yaml, tests: [] }))
}

describe('a project from its bundle', () => {
  it('is the project that was built, without its tests', async () => {
    const data = dataOf({ ...loaded, tests: [] })
    expect(dataOf(await loadBundle(bundle, { actions }))).toEqual(data)
    expect(dataOf(await loadBundle(JSON.stringify(bundle), { actions }))).toEqual(data)
    expect(dataOf(await loadBundle(structuredClone(bundle), { actions }))).toEqual(data)
  })

  it('decides, plans and explains alike', async () => {
    const again = await loadBundle(JSON.stringify(bundle), { actions })
    for (const request of [false, true]) {
      expect(await answers(again, actions, findings, request)).toEqual(
        await answers(loaded, actions, findings, request),
      )
    }
  })

  it('keeps the end of an exception', async () => {
    const { exceptions } = await loadBundle(bundle, { actions })
    expect(exceptions.map(({ endsAt }) => endsAt)).toEqual([Date.UTC(2027, 3, 1)])
  })

  it('builds the same bundle again', async () => {
    expect(await buildBundle(await loadBundle(bundle, { actions }))).toEqual(bundle)
  })

  it('has the rules of a first look, which want no action', async () => {
    const look = await loadProject({ files: new Map(), catalog, actions: [] })
    const again = await loadBundle(await buildBundle(look), { actions: [] })
    expect(dataOf(again)).toEqual(dataOf(look))
    expect(await answers(again, actions, findings)).toEqual(await answers(look, actions, findings))
  })

  it('answers as random rules do from YAML', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { minLength: 17, maxLength: 24 }),
        fc.array(finding, { minLength: 3, maxLength: 5 }),
        randomAnswers,
      ),
      { numRuns: 20 },
    )
  })
})

describe('a bundle is refused', () => {
  it('with all problems, where rules use actions that are not given', async () => {
    const some = actions.filter(
      ({ name }) => name !== 'ec2.revoke-security-group-rules' && name !== 's3.set-versioning',
    )
    await expect(loadBundle(bundle, { actions: some })).rejects.toMatchObject({
      name: 'RedressError',
      code: 'rules.unknown-action',
      message: expect.stringMatching(/^the bundle does not load: playbook `EC2\.2`: the action .*, and 1 more$/),
      problems: [
        { file: 'rules/sandboxes.yaml', line: 5, column: 5, code: 'rules.unknown-action' },
        { file: 'rules/sandboxes.yaml', line: 23, column: 5, code: 'rules.unknown-action' },
      ],
    })
  })

  it('where it was changed', async () => {
    const changed = JSON.stringify(bundle).replace('"mode":"apply"', '"mode":"plan"')
    await expect(loadBundle(changed, { actions })).rejects.toMatchObject({ code: 'bundle.damaged' })
  })
})
