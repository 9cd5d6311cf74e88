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
import { readResource } from './resource.js'
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
    if (!isJsonObject(valueAt(raw, base))) return invalid(base, 'is not an object')
    const found = idPathOf(raw, base)
    if (found === null) return invalid([...base, 'uid'], 'is missing')
    resources.push(ocsfResource(raw, base, found))
  }
  return resources
}

/**
 * The ARN among `uid_alt` and `uid`, else the `uid`, else the name. An account is named by its `uid`: coverage
 * findings put the ARN of a detector beside it.
 */
function idPathOf(raw: JsonObject, base: Path): { readonly id: string; readonly idPath: Path } | null {
  const candidates = ['uid_alt', 'uid', 'name'].flatMap((member) => {
    const idPath = [...base, member]
    const id = valueAt(raw, idPath)
    return typeof id === 'string' && id.trim() !== '' ? [{ id, idPath, member }] : []
  })
  const account = valueAt(raw, [...base, 'type']) === 'AWS::::Account'
  const arn = account ? undefined : candidates.find(({ id, member }) => member !== 'name' && id.startsWith('arn:'))
  return arn ?? candidates.find(({ member }) => member !== 'uid_alt') ?? candidates[0] ?? null
}

function ocsfResource(raw: JsonObject, base: Path, { id, idPath }: { readonly id: string; readonly idPath: Path }) {
  return readResource(raw, {
    id,
    idPath,
    type: [[...base, 'type']],
    region: [[...base, 'region']],
    partition: [
      [...base, 'cloud_partition'],
      ['cloud', 'cloud_partition'],
    ],
    owner: [[...base, 'owner', 'account', 'uid']],
    details: [[...base, 'data']],
    parseDetails: details,
    readTags: (reader) => readTags(reader, raw, [...base, 'tags'], [...base, 'labels']),
  })
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
