import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyFinding } from './contracts/copy-finding.js'
import type { FindingItem } from './contracts/finding.js'
import type { Json, JsonObject } from './contracts/json.js'
import { createEngine, type Engine } from './engine.js'
import { readFindings } from './read-findings.js'
import { skimFindings } from './skim-findings.js'
import { fakeClock } from './testing/fake-clock.js'
import { sampleNow } from './testing/sample-finding.js'
import { sampleActions, sampleException, sampleProject } from './testing/sample-project.js'
import { pathsOf, textsOf, vary } from './testing/vary-json.js'

const group = {
  Type: 'AwsEc2SecurityGroup',
  Id: 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123',
  Partition: 'aws',
  Region: 'eu-west-1',
  Tags: { Environment: 'dev', Owner: 'a"b\\c' },
  Details: { AwsEc2SecurityGroup: { GroupName: 'default', IpPermissions: [{ FromPort: 22 }] } },
}
const sample = {
  SchemaVersion: '2018-10-08',
  Id: 'arn:aws:securityhub:eu-west-1:123456789012:security-control/EC2.2/finding/0001',
  ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
  CompanyName: 'AWS',
  Region: 'eu-west-1',
  GeneratorId: 'security-control/EC2.2',
  AwsAccountId: '123456789012',
  Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
  FirstObservedAt: '2026-11-01T00:00:00.000Z',
  UpdatedAt: '2026-11-20T00:00:00.000Z',
  Severity: { Label: 'HIGH', Normalized: 70 },
  Title: 'VPC default security groups should not allow "inbound" traffic',
  Description: 'A default group\nis {open: [}.',
  Compliance: {
    Status: 'FAILED',
    SecurityControlId: 'EC2.2',
    AssociatedStandards: [{ StandardsId: 'standards/x/v/1.0.0' }],
  },
  ProductFields: { StandardsControlArn: 'x', ResourceOwnerAccount: '123456789012' },
  FindingProviderFields: { Severity: { Label: 'LOW' }, Types: ['a/b'] },
  Workflow: { Status: 'NOTIFIED' },
  RecordState: 'ACTIVE',
  Resources: [group],
} satisfies JsonObject

/** Without a backslash, so that strings are taken out as they stand. */
const plainSample = {
  ...sample,
  Title: 'VPC default security groups',
  Description: 'A default group is {open: [}.',
  Resources: [{ ...group, Tags: { Environment: 'dev', Owner: 'a', '': 'x' } }],
} satisfies JsonObject

const note = (text: string) => [{ use: 'finding.note', with: { text } }]
const project = sampleProject({
  rules: [
    {
      id: 'control',
      match: { control: 'EC2.2', severity: { 'at-least': 'MEDIUM' } },
      steps: note('a ${resource.name}'),
    },
    { id: 'tag', match: { 'resource.tags.Environment': 'dev' }, unless: [{ company: 'Other' }], steps: note('b') },
    {
      id: 'detail',
      match: { 'resource.details.AwsEc2SecurityGroup.GroupName': 'default' },
      steps: note('${finding.description}'),
    },
    { id: 'tags', match: { any: [{ 'resource.tags.Owner': 'a' }, { 'resource.tags.Owner': 'x' }] }, steps: note('g') },
    {
      id: 'no-tags',
      match: { 'resource.tags.Environment': { exists: false }, 'resource.tags.constructor': { exists: false } },
      steps: note('h'),
    },
    { id: 'raw', match: { 'asff:FindingProviderFields.Severity.Label': 'LOW' }, steps: note('d') },
    {
      id: 'rest',
      match: { standard: 'x/v/1.0.0', types: { exists: true }, criticality: { exists: false } },
      steps: note('e'),
    },
    {
      id: 'when',
      match: { account: '123456789012' },
      when: { '>=': [{ var: 'finding.ageDays' }, 2] },
      steps: note('f'),
    },
  ],
  exceptions: [sampleException({ match: { 'resource.tags.Owner': 'a"b\\c', control: 'S3.8' } })],
})
const actions = [...sampleActions('finding.note', 'finding.suppress', 'finding.set-workflow').values()]
const engineFor = (): Engine => createEngine({ project, actions, clock: fakeClock(sampleNow), mode: 'apply' })

const strange = fc.constantFrom<Json>(
  ...[
    null,
    '',
    ' ',
    7,
    -0.5,
    1e21,
    true,
    'x',
    [],
    {},
    ['a'],
    'EC2.2',
    'S3.8',
    'HIGH',
    'PASSED',
    'SUPPRESSED',
    '\u0000',
    '\\',
    '"',
  ],
  ...[
    'arn:aws:s3:::logs',
    'AWS::::Account',
    'AWS::::Account:123456789012',
    { Label: 'LOW' },
    { Status: 'NEW' },
    [group, group],
  ],
)
const extra = [
  'Criticality',
  'Note',
  'CreatedAt',
  'detail',
  'Findings',
  'body',
  'class_uid',
  '__proto__',
  'constructor',
].map((key) => [key])
const varied = fc
  .array(fc.tuple(fc.constantFrom(...pathsOf(sample), ...extra), fc.option(strange, { nil: undefined })), {
    maxLength: 4,
  })
  .chain((changes) =>
    fc
      .constantFrom(sample, plainSample)
      .map((from) => changes.reduce<Json>((body, [path, next]) => vary(body, path, next), from)),
  )

/** Tags in all forms, in texts that differ in white space and in what comes twice. */
const tagged = fc
  .tuple(
    fc.oneof(
      fc.dictionary(
        fc.constantFrom('Environment', 'Owner', 'constructor', '__proto__', 'x', ''),
        fc.constantFrom<Json>('a', 'x', 'dev', '', ' ', null, 7, ['a'], { a: 'b' }),
      ),
      fc.constantFrom<Json>(null, 'a', 7, [], ['a'], [{ Key: 'Owner', Value: 'a' }], [{ name: 'Owner', value: 'x' }]),
    ),
    fc.constantFrom(undefined, 1),
    fc.boolean(),
  )
  .map(([tags, indent, isTwice]) => {
    const text = JSON.stringify({ ...plainSample, Resources: [{ ...group, Tags: tags }] }, null, indent)
    const written = `"Tags":${indent === undefined ? '' : ' '}`
    return isTwice ? text.replace(written, `${written}{"Owner":"a"},${written}`) : text
  })

function plain(items: Iterable<FindingItem>): unknown {
  return [...items].map((item) => (item.kind === 'finding' ? copyFinding(item.finding) : item.refused.code))
}

function decided(items: Iterable<FindingItem>): unknown {
  const findings = [...items].flatMap((item) => (item.kind === 'finding' ? [item.finding] : []))
  return engineFor().decide(findings, { request: true })
}

describe('skimming', () => {
  it('gives the decisions that parsing gives, on every text of JSON', () => {
    fc.assert(
      fc.property(varied.chain(textsOf), (text) => {
        const line = text.replaceAll('\n', ' ')
        expect(decided(skimFindings(line, 's'))).toEqual(decided(readFindings(line, 's')))
      }),
      { numRuns: 800 },
    )
  })

  it('gives the decisions that parsing gives, whatever stands in the tags', () => {
    fc.assert(
      fc.property(tagged, (text) => {
        const line = text.replaceAll('\n', ' ')
        const [item] = skimFindings(line, 's')
        expect(item?.kind === 'finding' && item.finding.whole).toBeTypeOf('function')
        expect(decided(skimFindings(line, 's'))).toEqual(decided(readFindings(line, 's')))
      }),
      { numRuns: 400 },
    )
  })

  it('gives the findings that parsing gives, each member of them', () => {
    fc.assert(
      fc.property(varied.chain(textsOf), (text) => {
        const line = text.replaceAll('\n', ' ')
        expect(plain(skimFindings(line, 's'))).toEqual(plain(readFindings(line, 's')))
      }),
      { numRuns: 400 },
    )
  })

  it.each([63, 64, 65, 5000])('refuses and takes what parsing does at %d levels', (levels) => {
    const deep = `${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}`
    const text = JSON.stringify(sample).replace('"RecordState"', `"Deep":${deep},"RecordState"`)
    expect(plain(skimFindings(text, 's'))).toEqual(plain(readFindings(text, 's')))
  })

  it('refuses what is too long, has too many resources, or is no finding', () => {
    const long = JSON.stringify({ ...sample, Description: 'x'.repeat(300_000) })
    const many = JSON.stringify({ ...sample, Resources: Array.from({ length: 33 }, () => group) })
    for (const text of [long, many, '7', '', ' ', '{}', '[]', '{"a":', JSON.stringify([sample, sample])]) {
      expect(plain(skimFindings(text, 's'))).toEqual(plain(readFindings(text, 's')))
    }
  })

  it('tells the line of each finding of several', () => {
    const text = `${JSON.stringify(sample)}\n\n{"a":\n${JSON.stringify(sample)}`
    expect(
      [...skimFindings(text, 's')].map((item) => (item.kind === 'finding' ? item.position : item.refused)),
    ).toEqual([
      'line 1',
      { source: 's', position: 'line 3', code: 'finding.not-json', message: 'the line is not JSON' },
      'line 4',
    ])
  })
})

describe('text that is not JSON where it was stepped over', () => {
  const broken = JSON.stringify(sample).replace('"GroupName":"default"', '"GroupName" "default"')

  it('may be decided on all the same, and is no yes about what lies in it', () => {
    const [item] = skimFindings(broken, 's')
    if (item?.kind !== 'finding') throw new Error('refused')
    const [decision] = engineFor().decide([item.finding])
    expect(decision?.rules).toContain('control')
    expect(decision?.rules).not.toContain('detail')
    expect(decision?.rules).not.toContain('raw')
    const [resource] = item.finding.resources
    expect(resource?.details).toBeNull()
    expect(resource?.unreadable).toMatchObject({ details: 'the line is not JSON' })
  })

  it('is refused when it is planned', async () => {
    const [item] = skimFindings(broken, 's')
    if (item?.kind !== 'finding') throw new Error('refused')
    const plan = await engineFor().plan([item.finding])
    expect(plan.changes).toEqual([])
    expect(plan.unplanned).toMatchObject([{ code: 'finding.not-json' }])
  })
})
