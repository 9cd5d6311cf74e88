/**
 * One resource in the common view, from what either format says about it.
 *
 * The ARN outranks what stands beside it, and a contradiction makes the field unreadable: whoever acts must not
 * choose between two accounts or Regions.
 */
import type { Resource } from '../contracts/finding.js'
import type { Json, JsonObject } from '../contracts/json.js'
import { canonicalResourceType } from '../contracts/resource-types.js'
import { parseArn, partitionOf } from './arn.js'
import { createReader, formatPath, type Parsed, type Path, type Reader } from './reader.js'
import { resourceName } from './resource-name.js'
import { accountId, region, text } from './values.js'

/** Where a format keeps the parts of a resource. */
export interface ResourcePlaces {
  readonly id: string
  readonly idPath: Path
  readonly type: readonly Path[]
  readonly region: readonly Path[]
  readonly partition: readonly Path[]
  readonly owner: readonly Path[]
  readonly details: readonly Path[]
  readonly parseDetails: (value: Json) => Parsed<JsonObject>
  readonly readTags: (reader: Reader) => Resource['tags']
}

export function readResource(root: JsonObject, places: ResourcePlaces): Resource {
  const { id, idPath } = places
  const reader = createReader(root)
  reader.from('id', idPath)
  const parsed = parseArn(id)
  const arn = parsed.kind === 'arn' ? parsed.arn : null
  const declaredType = reader.read('type', text, ...places.type)
  const type = declaredType === null ? null : canonicalResourceType(declaredType)
  const settle = (field: 'account' | 'region' | 'partition', fromArn: string | null, declared: string | null) =>
    settleField(reader, { field, idPath, fromArn: fromArn === '' ? null : fromArn, declared })

  const name = settleName(reader, idPath, resourceName(type, id, parsed))
  const owner = reader.read('account', accountId, ...places.owner)
  const accountFromId = (type === 'AWS::::Account' ? name : null) ?? arn?.account ?? null
  const resource = {
    id,
    name,
    type,
    account: settle('account', accountFromId, owner),
    region: settle('region', arn?.region ?? null, reader.read('region', region, ...places.region)),
    partition: settle('partition', arn?.partition ?? null, reader.read('partition', partition, ...places.partition)),
    tags: places.readTags(reader),
    details: reader.read('details', places.parseDetails, ...places.details),
  }
  if (parsed.kind === 'malformed') {
    const reason = `\`${formatPath(idPath)}\` is a malformed ARN: it ${parsed.reason}`
    for (const field of ['account', 'region', 'partition']) reader.spoil(field, reason)
    return { ...resource, account: null, region: null, partition: null, ...reader.notes() }
  }
  if (strayed(resource.region, resource.partition)) {
    reader.spoil('region', `\`${resource.region}\` is not a Region of the partition \`${resource.partition}\``)
    return { ...resource, region: null, ...reader.notes() }
  }
  return { ...resource, ...reader.notes() }
}

/** True for a Region that its partition of AWS does not have; an S3 ARN says only the partition. */
function strayed(name: string | null, partitionName: string | null): boolean {
  return name !== null && partitionName !== null && /^aws/.test(partitionName) && partitionOf(name) !== partitionName
}

function settleName(reader: Reader, idPath: Path, name: Parsed<string>): string | null {
  if (name === null) return null
  if ('reason' in name) return reader.spoil('name', `\`${formatPath(idPath)}\` ${name.reason}`)
  reader.from('name', idPath)
  return name.value
}

interface Contest {
  readonly field: string
  readonly idPath: Path
  readonly fromArn: string | null
  readonly declared: string | null
}

function settleField(reader: Reader, { field, idPath, fromArn, declared }: Contest): string | null {
  if (reader.spoiled(field)) return null
  if (fromArn === null) return declared
  if (declared !== null && declared !== fromArn) {
    const reason = `\`${formatPath(idPath)}\` says \`${fromArn}\` but \`${reader.placeOf(field)}\` says \`${declared}\``
    return reader.spoil(field, reason)
  }
  reader.from(field, idPath)
  return fromArn
}

/** ASFF spells two isolated partitions otherwise than their ARNs do. */
function partition(value: Json): Parsed<string> {
  const parsed = text(value)
  if (parsed === null || 'reason' in parsed) return parsed
  return { value: parsed.value.replace(/^aws-us-(iso(?:-[a-z])?)$/, 'aws-$1') }
}
