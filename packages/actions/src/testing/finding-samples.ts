/** Findings for tests of finding updates: a raw document and the reference that an action is given for it. */
import type { FindingRef, JsonObject } from '@redress/engine'
import { inProcessAws } from './in-process-aws.js'
import type { World } from './world.js'

const productArn = 'arn:aws:securityhub:eu-west-1::product/aws/securityhub'
const productUid = 'arn:aws:securityhub:eu-west-1::productv2/aws/securityhub'

export const place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }

/** Id of the sample with this number. */
export const asffId = (number: number) =>
  `arn:aws:securityhub:eu-west-1:123456789012:security-control/EC2.2/finding/${String(number).padStart(8, '0')}`

export function asff(number: number, members: JsonObject = {}): JsonObject {
  return {
    SchemaVersion: '2018-10-08',
    Id: asffId(number),
    ProductArn: productArn,
    AwsAccountId: '123456789012',
    Region: 'eu-west-1',
    Severity: { Label: 'HIGH', Normalized: 70 },
    Workflow: { Status: 'NEW' },
    RecordState: 'ACTIVE',
    ...members,
  }
}

export function ocsf(number: number, members: JsonObject = {}): JsonObject {
  return {
    class_uid: 2003,
    metadata: { uid: `uid-${number}`, product: { uid: productUid } },
    finding_info: { uid: asffId(number) },
    cloud: { account: { uid: '123456789012' }, region: 'eu-west-1' },
    severity_id: 4,
    status_id: 1,
    ...members,
  }
}

export function asffRef(number: number): FindingRef {
  return { ...rest, id: asffId(number), format: 'asff', productArn, hubId: null }
}

/** Without `hubId` the finding is addressed by account, finding and product. */
export function ocsfRef(number: number, hubId: string | null = `uid-${number}`): FindingRef {
  return { ...rest, id: asffId(number), format: 'ocsf', productArn: productUid, hubId }
}

const rest = { account: '123456789012', region: 'eu-west-1', title: null, severity: null, firstObserved: null }

/** A world whose Security Hub holds these findings. */
export function hubWith(
  findings: readonly JsonObject[],
  locked: { readonly [id: string]: readonly string[] } = {},
): World {
  return inProcessAws({ '123456789012': { 'eu-west-1': { securityhub: { findings: [...findings], locked } } } })
}

/** The finding at this position as Security Hub has it now. */
export function stored(world: World, index = 0): unknown {
  const hub: unknown = world.state['123456789012']?.['eu-west-1']?.['securityhub']
  const findings: unknown = typeof hub === 'object' && hub !== null && 'findings' in hub ? hub.findings : []
  return Array.isArray(findings) ? findings[index] : undefined
}
