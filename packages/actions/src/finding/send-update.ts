/**
 * One update request, and what it answered for each finding in it.
 *
 * All identities of one request are of one kind: the V2 call takes `metadata.uid` values or triples, never both.
 */
import type { AwsSession, JsonObject, Outcome } from '@redress/engine'
import { securityHub } from './client.js'
import { type Identity, keyOf } from './identity.js'

/** By the key of the identity; a finding that the answer leaves out is not in it. */
export type Answers = ReadonlyMap<string, 'done' | Outcome>

export async function sendUpdate(identities: readonly Identity[], body: JsonObject, aws: AwsSession): Promise<Answers> {
  const asff = identities.flatMap((one) => (one.kind === 'asff' ? [{ Id: one.id, ProductArn: one.productArn }] : []))
  return asff.length > 0 ? sendAsff(asff, body, aws) : sendOcsf(identities, body, aws)
}

async function sendAsff(
  FindingIdentifiers: { readonly Id: string; readonly ProductArn: string }[],
  body: JsonObject,
  aws: AwsSession,
): Promise<Answers> {
  const { client, BatchUpdateFindingsCommand } = await securityHub(aws)
  const answer = await client.send(new BatchUpdateFindingsCommand({ FindingIdentifiers, ...body }))
  const answers = new Map<string, 'done' | Outcome>()
  for (const one of answer.ProcessedFindings ?? []) answers.set(asffKey(one), 'done')
  for (const { FindingIdentifier, ErrorCode, ErrorMessage } of answer.UnprocessedFindings ?? []) {
    answers.set(asffKey(FindingIdentifier), failed(ErrorCode, ErrorMessage))
  }
  return answers
}

async function sendOcsf(identities: readonly Identity[], body: JsonObject, aws: AwsSession): Promise<Answers> {
  const { client, BatchUpdateFindingsV2Command } = await securityHub(aws)
  const MetadataUids = identities.flatMap((one) => (one.kind === 'metadata' ? [one.uid] : []))
  const FindingIdentifiers = identities.flatMap((one) =>
    one.kind === 'triple'
      ? [{ CloudAccountUid: one.account, FindingInfoUid: one.id, MetadataProductUid: one.product }]
      : [],
  )
  const which = MetadataUids.length > 0 ? { MetadataUids } : { FindingIdentifiers }
  const answer = await client.send(new BatchUpdateFindingsV2Command({ ...which, ...body }))
  const answers = new Map<string, 'done' | Outcome>()
  for (const one of answer.ProcessedFindings ?? []) answers.set(ocsfKey(one), 'done')
  for (const { ErrorCode, ErrorMessage, ...one } of answer.UnprocessedFindings ?? []) {
    answers.set(ocsfKey(one), failed(ErrorCode, ErrorMessage))
  }
  return answers
}

function failed(code: string | undefined, message: string | undefined): Outcome {
  return {
    kind: 'failed',
    code: code ?? 'UNPROCESSED',
    message: `Security Hub did not update the finding: ${message ?? code ?? 'no reason given'}`,
  }
}

function asffKey(
  one: { readonly Id?: string | undefined; readonly ProductArn?: string | undefined } | undefined,
): string {
  return keyOf({ kind: 'asff', id: one?.Id ?? '', productArn: one?.ProductArn ?? '' })
}

interface OcsfAnswer {
  readonly MetadataUid?: string | undefined
  readonly FindingIdentifier?:
    | {
        readonly CloudAccountUid?: string | undefined
        readonly FindingInfoUid?: string | undefined
        readonly MetadataProductUid?: string | undefined
      }
    | undefined
}

/** An answer may carry both forms; the triple is then only information. */
function ocsfKey({ MetadataUid, FindingIdentifier }: OcsfAnswer): string {
  return MetadataUid !== undefined
    ? keyOf({ kind: 'metadata', uid: MetadataUid })
    : keyOf({
        kind: 'triple',
        account: FindingIdentifier?.CloudAccountUid ?? '',
        id: FindingIdentifier?.FindingInfoUid ?? '',
        product: FindingIdentifier?.MetadataProductUid ?? '',
      })
}
