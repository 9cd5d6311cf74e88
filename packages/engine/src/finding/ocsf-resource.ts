/**
 * The resources of an OCSF finding: a list, or a single one in Security Lake's 1.1 bodies.
 *
 * `uid` is often the bare id and `uid_alt` the ARN, for some types the other way round or alone; the ARN is
 * preferred. A finding may have no resource at all.
 */
import type { Resource } from '../contracts/finding.js'
import { isJsonObject, type Json, type JsonObject } from '../contracts/json.js'
import { maxDepth, type Refusal, refuseBySize } from './limits.js'
import { invalid } from './members.js'
import { type Parsed, type Path, valueAt } from './reader.js'
import { type ResourcePlaces, readResource } from './resource.js'
import { readTags } from './tags.js'

/** The resources, or why one of them cannot be used. */
export function ocsfResources(raw: JsonObject): readonly Resource[] | Refusal {
  const list = valueAt(raw, ['resources'])
  const single = valueAt(raw, ['resource'])
  if (list !== undefined && !Array.isArray(list)) return invalid(['resources'], 'is not a list')
  const bases: readonly Path[] =
    list === undefined
      ? single === undefined
        ? []
        : [['resource']]
      : [...list.keys()].map((index) => ['resources', index])
  const resources: Resource[] = []
  for (const base of bases) {
    const item = valueAt(raw, base)
    if (!isJsonObject(item)) return invalid(base, 'is not an object')
    const found = idOf(item)
    if (found === null) return invalid([...base, 'uid'], 'is missing')
    resources.push(readResource({ item, base, body: raw, id: found.id, idPath: [found.member] }, places))
  }
  return resources
}

/**
 * The ARN among `uid_alt` and `uid`, else the `uid`, else the name. An account is named by its `uid`: coverage
 * findings put the ARN of a detector beside it.
 */
function idOf(item: JsonObject): { readonly id: string; readonly member: string } | null {
  const candidates = ['uid_alt', 'uid', 'name'].flatMap((member) => {
    const id = valueAt(item, [member])
    return typeof id === 'string' && id.trim() !== '' ? [{ id, member }] : []
  })
  const account = valueAt(item, ['type']) === 'AWS::::Account'
  const arn = account ? undefined : candidates.find(({ id, member }) => member !== 'name' && id.startsWith('arn:'))
  return arn ?? candidates.find(({ member }) => member !== 'uid_alt') ?? candidates[0] ?? null
}

const tagPaths: readonly Path[] = [['tags'], ['labels']]

const places: ResourcePlaces = {
  type: [['type']],
  region: [['region']],
  partition: [['cloud_partition'], ['/', 'cloud', 'cloud_partition']],
  owner: [['owner', 'account', 'uid']],
  details: [['data']],
  parseDetails: details,
  readTags: (reader, item) => readTags(reader, item, ...tagPaths),
}

/** An object, or the text of one, which is how Security Lake keeps details. */
function details(value: Json): Parsed<JsonObject> {
  if (isJsonObject(value)) return { value }
  if (typeof value !== 'string') return { reason: 'is not an object' }
  if (value.trim() === '') return null
  try {
    const parsed: unknown = JSON.parse(value)
    if (!isJsonObject(parsed)) return { reason: 'is not the text of an object' }
    return refuseBySize(parsed) === null ? { value: parsed } : { reason: `is nested deeper than ${maxDepth} levels` }
  } catch {
    return { reason: 'is not JSON' }
  }
}
