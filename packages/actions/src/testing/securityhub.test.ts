import {
  BatchImportFindingsCommand,
  BatchUpdateFindingsCommand,
  BatchUpdateFindingsV2Command,
  GetFindingsCommand,
  GetFindingsV2Command,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub'
import { describe, expect, it } from 'vitest'
import { asff, asffId, asffRef, hubWith, ocsf, place, stored } from './finding-samples.js'
import type { World } from './world.js'

const open = async (made: World) => (await made.aws.writing(place, JSON.parse('{}'))).client(SecurityHubClient)
const identifier = (number: number) => ({ Id: asffId(number), ProductArn: asffRef(number).productArn ?? '' })

describe('Security Hub in process', () => {
  it('shows each API the findings of its format', async () => {
    const hub = await open(hubWith([asff(1), ocsf(1), ocsf(2)]))
    expect((await hub.send(new GetFindingsCommand({}))).Findings).toHaveLength(1)
    expect((await hub.send(new GetFindingsV2Command({}))).Findings).toHaveLength(2)
  })

  it('answers in pages, and refuses more than twenty values of one filter', async () => {
    const hub = await open(hubWith([asff(1), asff(2), asff(3)]))
    const first = await hub.send(new GetFindingsCommand({ MaxResults: 2 }))
    const second = await hub.send(new GetFindingsCommand({ MaxResults: 2, NextToken: first.NextToken }))
    expect([first.Findings?.length, second.Findings?.length, second.NextToken]).toEqual([2, 1, undefined])
    const Id = Array.from({ length: 21 }, () => ({ Value: 'x', Comparison: 'EQUALS' as const }))
    await expect(hub.send(new GetFindingsCommand({ Filters: { Id } }))).rejects.toThrow('more than 20 values')
  })

  it('updates what customers may, and reports the rest finding by finding', async () => {
    const made = hubWith([asff(1), asff(2)], { [asffId(2)]: ['ConcurrentUpdateError'] })
    const answer = await (await open(made)).send(
      new BatchUpdateFindingsCommand({
        FindingIdentifiers: [identifier(1), identifier(1), identifier(2), identifier(3)],
        Severity: { Label: 'LOW' },
        Note: { Text: 'x', UpdatedBy: 'me' },
        UserDefinedFields: { a: 'b' },
      }),
    )
    expect(answer.ProcessedFindings).toEqual([identifier(1)])
    expect(answer.UnprocessedFindings?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      'DuplicatedFindingIdentifier',
      'ConcurrentUpdateError',
      'FindingNotFound',
    ])
    expect(stored(made)).toMatchObject({
      Severity: { Label: 'LOW', Normalized: 1 },
      Note: { Text: 'x', UpdatedBy: 'me', UpdatedAt: '2026-11-21T00:00:00.000Z' },
      UserDefinedFields: { a: 'b' },
    })
  })

  it('sets the names beside the numbers of an OCSF finding', async () => {
    const made = hubWith([ocsf(1)])
    const hub = await open(made)
    await hub.send(new BatchUpdateFindingsV2Command({ MetadataUids: ['uid-1'], StatusId: 2, SeverityId: 5 }))
    expect(stored(made)).toMatchObject({ status: 'In Progress', severity: 'Critical' })
    const both = { MetadataUids: ['uid-1'], FindingIdentifiers: [], StatusId: 2 }
    await expect(hub.send(new BatchUpdateFindingsV2Command({ ...both, MetadataUids: [] }))).rejects.toThrow('either')
    const { UnprocessedFindings } = await hub.send(new BatchUpdateFindingsV2Command({ ...both, MetadataUids: ['x'] }))
    expect(UnprocessedFindings).toMatchObject([{ MetadataUid: 'x', ErrorCode: 'ResourceNotFoundException' }])
  })

  it('imports a later version and keeps what a customer set', async () => {
    const made = hubWith([asff(1, { UpdatedAt: '2026-11-20T00:00:00Z', Workflow: { Status: 'SUPPRESSED' } })])
    const hub = await open(made)
    const later = { ...asff(1), Title: 'new', UpdatedAt: '2026-11-21T00:00:00Z' }
    const base = JSON.parse(JSON.stringify(later))
    await hub.send(new BatchImportFindingsCommand({ Findings: [base] }))
    expect(stored(made)).toMatchObject({ Title: 'new', Workflow: { Status: 'SUPPRESSED' } })
    await hub.send(
      new BatchImportFindingsCommand({ Findings: [{ ...base, Title: 'old', UpdatedAt: '2026-11-01T00:00:00Z' }] }),
    )
    expect(stored(made)).toMatchObject({ Title: 'new' })
  })
})
