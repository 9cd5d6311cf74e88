import { describe, expect, it } from 'vitest'
import { copyFinding } from './contracts/copy-finding.js'
import type { Project } from './contracts/documents/project.js'
import type { Finding, FindingRef } from './contracts/finding.js'
import type { Json } from './contracts/json.js'
import type { FindingSource } from './contracts/ports.js'
import { readValue } from './read-findings.js'
import { refetchFindings } from './refetch-findings.js'

const body = (id: string, title: string): Json => ({
  SchemaVersion: '2018-10-08',
  Id: id,
  ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
  GeneratorId: 'security-control/EC2.2',
  AwsAccountId: '123456789012',
  Region: 'eu-west-1',
  Title: title,
  Resources: [{ Type: 'AwsEc2SecurityGroup', Id: 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123' }],
})

function finding(id: string, arrival: Finding['arrival'], title = 'as the event says'): Finding {
  const [item] = readValue(body(id, title), 'test')
  if (item?.kind !== 'finding') throw new Error('the sample is no finding')
  return copyFinding(item.finding, { arrival })
}

/** A Security Hub with these findings, which remembers what it was asked for. */
function hubWith(bodies: Readonly<Record<string, Json>>) {
  const asked: { readonly ids: readonly string[]; readonly account: string; readonly region: string }[] = []
  const source: FindingSource = {
    async fetch(findings: readonly FindingRef[], { account, region }) {
      asked.push({ ids: findings.map(({ id }) => id), account, region })
      return findings.map(({ id }) => bodies[id] ?? null)
    },
  }
  return { source, asked }
}

const everything = () => true

describe('findings that came in events', () => {
  it('are replaced by Security Hub’s own copy, so that what the event says decides nothing', async () => {
    const { source } = hubWith({ a: body('a', 'as the hub says') })
    const { findings, skipped } = await refetchFindings([finding('a', 'imported')], everything, {
      source,
      project: null,
      trustFiles: true,
    })
    expect(findings.map(({ title, arrival }) => ({ title, arrival }))).toEqual([
      { title: 'as the hub says', arrival: 'imported' },
    ])
    expect(skipped).toEqual([])
  })

  it('are left alone when Security Hub does not have them', async () => {
    const { source } = hubWith({})
    const { findings, skipped } = await refetchFindings([finding('a', 'custom-action')], everything, {
      source,
      project: null,
      trustFiles: true,
    })
    expect(findings).toEqual([])
    expect(skipped.map(({ skipped: why }) => why)).toEqual(['finding-not-found'])
  })

  it('are left alone when Security Hub answers with another finding', async () => {
    const { source } = hubWith({ a: body('b', 'another') })
    const { skipped } = await refetchFindings([finding('a', 'imported')], everything, {
      source,
      project: null,
      trustFiles: true,
    })
    expect(skipped.map(({ skipped: why }) => why)).toEqual(['finding-not-found'])
  })

  it('are left alone when Security Hub cannot be asked, or answers with what is no finding', async () => {
    const broken: FindingSource = { fetch: () => Promise.reject(new Error('timed out')) }
    const one = [finding('a', 'imported')]
    const unreachable = await refetchFindings(one, everything, { source: broken, project: null, trustFiles: true })
    const garbled = await refetchFindings(one, everything, {
      source: hubWith({ a: { Id: 'a' } }).source,
      project: null,
      trustFiles: true,
    })
    expect([unreachable, garbled].map(({ findings, skipped }) => [findings, skipped[0]?.skipped])).toEqual([
      [[], 'finding-unreadable'],
      [[], 'finding-unreadable'],
    ])
  })
})

it('asks only for what came in an event and would be acted on', async () => {
  const { source, asked } = hubWith({ a: body('a', 'x') })
  const given = [finding('a', 'imported'), finding('b', 'imported'), finding('c', 'file')]
  const { findings } = await refetchFindings(given, ({ id }) => id !== 'b', { source, project: null, trustFiles: true })
  expect(asked).toEqual([{ ids: ['a'], account: '123456789012', region: 'eu-west-1' }])
  expect(findings.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

it('asks for findings without an event too, unless files are trusted', async () => {
  const { source, asked } = hubWith({})
  const { skipped } = await refetchFindings([finding('a', 'file')], everything, {
    source,
    project: null,
    trustFiles: false,
  })
  expect(asked.map(({ ids }) => ids)).toEqual([['a']])
  expect(skipped.map(({ skipped: why }) => why)).toEqual(['finding-not-found'])
})

it('asks the hub that the project names, else that of the finding’s own account and Region', async () => {
  const { source, asked } = hubWith({})
  const project: Project = {
    apiVersion: 'redress/v1',
    kind: 'Project',
    scope: { accounts: [], regions: [] },
    hub: { account: '111122223333', region: 'eu-central-1' },
  }
  await refetchFindings([finding('a', 'imported')], everything, { source, project, trustFiles: true })
  expect(asked).toEqual([{ ids: ['a'], account: '111122223333', region: 'eu-central-1' }])
})
