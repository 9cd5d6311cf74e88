/**
 * One resource in the common view, from what either format says about it.
 *
 * The ARN outranks what stands beside it, and a contradiction makes the field unreadable: whoever acts must not
 * choose between two accounts or Regions.
 */
import type { Resource } from '../contracts/finding.js'
import type { Json, JsonObject } from '../contracts/json.js'
import { canonicalResourceType } from '../contracts/resource-types.js'
import { type ParsedArn, parseArn, partitionOf } from './arn.js'
import { readWithNotes } from './read-with-notes.js'
import { formatPath, type Parsed, type Parser, type Path, type Reader } from './reader.js'
import { resourceName } from './resource-name.js'
import { accountId, region, text } from './values.js'

/** Where a format keeps the parts of a resource, as paths into its item. */
export interface ResourcePlaces {
  readonly type: readonly Path[]
  readonly region: readonly Path[]
  readonly partition: readonly Path[]
  readonly owner: readonly Path[]
  readonly details: readonly Path[]
  readonly parseDetails: (value: Json) => Parsed<JsonObject>
  readonly readTags: (reader: Reader, item: Json) => Resource['tags']
}

/** A resource as it stands in the body of a finding. */
export interface ResourceItem {
  readonly item: Json
  /** Where the item stands in the body. */
  readonly base: Path
  readonly body: Json
  readonly id: string
  /** Where the id stands in the item. */
  readonly idPath: Path
}

export function readResource(item: ResourceItem, places: ResourcePlaces): Resource {
  return readWithNotes(item.item, item, (reader) => readMembers(reader, item, places))
}

function readMembers(reader: Reader, { id, idPath, base, item }: ResourceItem, places: ResourcePlaces) {
  reader.from('id', idPath)
  const parsed = parseArn(id)
  const arn = parsed.kind === 'arn' ? parsed.arn : null
  const declaredType = reader.read('type', text, ...places.type)
  const type = declaredType === null ? null : canonicalResourceType(declaredType)
  const idPlace = () => formatPath([...base, ...idPath])
  const settle = (field: Settled, fromArn: string | null | undefined, parse: Parser<string>, paths: readonly Path[]) =>
    settleField(reader, { field, idPath, idPlace, fromArn: fromArn === '' ? null : (fromArn ?? null), parse, paths })

  const name = settleName(reader, idPath, idPlace, resourceName(type, id, parsed))
  const account = settle('account', (type === 'AWS::::Account' ? name : null) ?? arn?.account, accountId, places.owner)
  const partition = settle('partition', arn?.partition, partitionName, places.partition)
  const ownRegion = settle('region', arn?.region, region, places.region)
  const tags = places.readTags(reader, item)
  const details = reader.read('details', places.parseDetails, ...places.details)
  const isMalformed = spoilMalformed(reader, parsed, idPlace)
  const isStrayed = !isMalformed && strayed(ownRegion, partition)
  if (isStrayed) reader.spoil('region', `\`${ownRegion}\` is not a Region of the partition \`${partition}\``)
  return {
    id,
    name,
    type,
    account: isMalformed ? null : account,
    region: isMalformed || isStrayed ? null : ownRegion,
    partition: isMalformed ? null : partition,
    tags,
    details,
  }
}

/** What stands beside a malformed ARN is not believed either. */
function spoilMalformed(reader: Reader, parsed: ParsedArn, idPlace: () => string): boolean {
  if (parsed.kind !== 'malformed') return false
  const reason = `\`${idPlace()}\` is a malformed ARN: it ${parsed.reason}`
  for (const field of ['account', 'region', 'partition']) reader.spoil(field, reason)
  return true
}

/** True for a Region that its partition of AWS does not have; an S3 ARN says only the partition. */
function strayed(name: string | null, partition: string | null): boolean {
  return name !== null && partition?.startsWith('aws') === true && partitionOf(name) !== partition
}

function settleName(reader: Reader, idPath: Path, idPlace: () => string, name: Parsed<string>): string | null {
  if (name === null) return null
  if ('reason' in name) return reader.spoil('name', `\`${idPlace()}\` ${name.reason}`)
  reader.from('name', idPath)
  return name.value
}

type Settled = 'account' | 'region' | 'partition'

interface Contest {
  readonly field: Settled
  readonly idPath: Path
  readonly idPlace: () => string
  readonly fromArn: string | null
  /** Reads what is declared beside the ARN. */
  readonly parse: Parser<string>
  readonly paths: readonly Path[]
}

function settleField(reader: Reader, { field, idPath, idPlace, fromArn, parse, paths }: Contest): string | null {
  const declared = reader.read(field, parse, ...paths)
  if (reader.spoiled(field)) return null
  if (fromArn === null) return declared
  if (declared !== null && declared !== fromArn) {
    const reason = `\`${idPlace()}\` says \`${fromArn}\` but \`${reader.lastPlace()}\` says \`${declared}\``
    return reader.spoil(field, reason)
  }
  reader.from(field, idPath)
  return fromArn
}

/** ASFF spells two isolated partitions otherwise than their ARNs do. */
function partitionName(value: Json): Parsed<string> {
  const parsed = text(value)
  if (parsed === null || 'reason' in parsed || !parsed.value.startsWith('aws-us-iso')) return parsed
  return { value: parsed.value.replace(/^aws-us-(iso(?:-[a-z])?)$/, 'aws-$1') }
}
