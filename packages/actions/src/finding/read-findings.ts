/**
 * Fetches findings again from Security Hub, because an event can be forged or stale: only this copy is acted on.
 *
 * GetFindings allows three calls a second, so it is asked for twenty at a time, one call after the other. A filter of
 * ids and a filter of product ARNs also finds their other combinations; those are not returned.
 */
import { type AwsSession, isJsonObject, type JsonObject } from '@redress/engine'
import { allPages } from '../aws/all-pages.js'
import { chunksOf } from './chunks-of.js'
import { securityHub } from './client.js'
import { type Identity, keyOf, keysOf } from './identity.js'

/** Values that one filter may have (API reference, “GetFindings”). */
const filterLimit = 20

/** The findings that exist, by the key of their identity. */
export async function readFindings(
  identities: readonly Identity[],
  aws: AwsSession,
): Promise<ReadonlyMap<string, JsonObject>> {
  const unique = [...new Map(identities.map((identity) => [keyOf(identity), identity])).values()]
  const wanted = new Set(unique.map(keyOf))
  const found = new Map<string, JsonObject>()
  const keep = (findings: readonly unknown[]) => {
    for (const finding of findings.filter(isJsonObject)) {
      for (const key of keysOf(finding)) if (wanted.has(key)) found.set(key, finding)
    }
  }
  for (const chunk of chunksOf(unique.filter(isAsff), filterLimit)) keep(await fetchAsff(chunk, aws))
  for (const chunk of chunksOf(unique.filter(isMetadata), filterLimit)) {
    keep(await fetchOcsf('metadata.uid', [...new Set(chunk.map(({ uid }) => uid))], aws))
  }
  for (const chunk of chunksOf(unique.filter(isTriple), filterLimit)) {
    keep(await fetchOcsf('finding_info.uid', [...new Set(chunk.map(({ id }) => id))], aws))
  }
  return found
}

const isAsff = (one: Identity) => one.kind === 'asff'
const isMetadata = (one: Identity) => one.kind === 'metadata'
const isTriple = (one: Identity) => one.kind === 'triple'

async function fetchAsff(chunk: readonly Extract<Identity, { kind: 'asff' }>[], aws: AwsSession) {
  const { client, GetFindingsCommand } = await securityHub(aws)
  const equals = (values: readonly string[]) =>
    [...new Set(values)].map((Value) => ({ Value, Comparison: 'EQUALS' as const }))
  const Filters = {
    Id: equals(chunk.map(({ id }) => id)),
    ProductArn: equals(chunk.map(({ productArn }) => productArn)),
  }
  return allPages('findings', async (NextToken) => {
    const page = await client.send(new GetFindingsCommand({ Filters, MaxResults: 100, NextToken }))
    return { items: page.Findings, next: page.NextToken }
  })
}

async function fetchOcsf(FieldName: 'metadata.uid' | 'finding_info.uid', uids: readonly string[], aws: AwsSession) {
  const { client, GetFindingsV2Command } = await securityHub(aws)
  const StringFilters = uids.map((Value) => ({ FieldName, Filter: { Value, Comparison: 'EQUALS' as const } }))
  const Filters = { CompositeFilters: [{ StringFilters, Operator: 'OR' as const }] }
  return allPages('findings', async (NextToken) => {
    const page = await client.send(new GetFindingsV2Command({ Filters, MaxResults: 100, NextToken }))
    return { items: page.Findings, next: page.NextToken }
  })
}
