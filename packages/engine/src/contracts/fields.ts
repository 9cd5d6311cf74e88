/**
 * The closed list of fields that a rule may name, and how each is read from a finding or a resource.
 *
 * Dotted tag keys are one key: `resource.tags.a.b` names the tag `a.b`. Raw paths are declared by their format
 * (`asff:Severity.Product`, `ocsf:metadata.version`); brackets are never written, arrays are gone through.
 */
import { type FieldInfo, findingFields, findingMembers, resourceFields, resourceMembers } from './field-table.js'
import type { Finding, Resource } from './finding.js'
import { isForbiddenName } from './forbidden-names.js'
import { type Json, own } from './json.js'
import type { Subject } from './match.js'
import type { Scalar } from './predicate.js'
import { remember } from './remember.js'
import { whyUnreadable } from './unreadable.js'

/**
 * What stands in a field: one value, several, nothing (`null`), or something that cannot be read. One value and a list
 * of it are the same to whoever judges.
 */
export type Found = Scalar | readonly Scalar[] | null | Unreadable

/** Stands for something that is there and cannot be read, which is not absence. */
export class Unreadable {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

/** The same with its values always as a list and the place that they came from, for explaining and rendering. */
export type Reading =
  | { readonly kind: 'values'; readonly values: readonly Scalar[]; readonly from: string | null }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** A field name, parsed once. */
export interface Field {
  readonly name: string
  readonly info: FieldInfo
  /** What stands in it. */
  find(subject: Subject): Found
  /** Path in the raw body that it comes from; `null` where it was worked out. */
  place(subject: Subject): string | null
}

/** What stands in a field, told with its place. */
export function readField(field: Field, subject: Subject): Reading {
  const found = field.find(subject)
  if (found === null) return { kind: 'absent' }
  if (found instanceof Unreadable) return { kind: 'unreadable', reason: found.reason }
  return { kind: 'values', values: isList(found) ? found : [found], from: field.place(subject) }
}

/** True where a field holds a list. */
export function isList(found: Found): found is readonly Scalar[] {
  return Array.isArray(found)
}

/** Names that a hint may suggest; open ones are shown with their placeholder. */
export const fieldNames: readonly string[] = [
  ...Object.keys(findingFields),
  ...Object.keys(resourceFields).map((name) => `resource.${name}`),
  'resource.tags.<key>',
  'resource.details.<path>',
  'asff:<Path.To.Field>',
  'ocsf:<path.to.field>',
]

/** The field of this name, or `null` when there is none. */
export const parseField: (name: string) => Field | null = remember((name) => {
  if (isFindingField(name)) return findingField(name)
  if (name.startsWith('resource.')) return parseResourceField(name, name.slice('resource.'.length))
  const raw = /^(asff|ocsf):([A-Za-z0-9_][^\s.[\]]*(?:\.[^\s.[\]]+)*)$/.exec(name)
  const path = (raw?.[2] ?? '').split('.')
  return raw === null || path.some(isForbiddenName) ? null : rawField(name, raw[1] ?? '', path)
}, 20_000)

function isFindingField(name: string): name is keyof typeof findingFields {
  return Object.hasOwn(findingFields, name)
}

function isResourceField(name: string): name is keyof typeof resourceFields {
  return Object.hasOwn(resourceFields, name)
}

function findingField(name: keyof typeof findingFields): Field {
  const memberOf = findingMembers[name]
  return {
    name,
    info: findingFields[name],
    find({ finding }) {
      const value = memberOf(finding)
      if (value === null) return whyAbsent(finding, name)
      return typeof value === 'object' && value.length === 0 ? null : value
    },
    place: ({ finding }) => finding.provenance[name] ?? null,
  }
}

/** A member without a value is absent, unless it is listed as unreadable. */
function whyAbsent(owner: Finding | Resource, member: string): Unreadable | null {
  const reason = whyUnreadable(owner, member)
  return reason === null ? null : new Unreadable(reason)
}

function parseResourceField(name: string, rest: string): Field | null {
  if (isResourceField(rest)) {
    const memberOf = resourceMembers[rest]
    return resourceField(name, resourceFields[rest], {
      find: (resource) => memberOf(resource) ?? whyAbsent(resource, rest),
      place: (resource) => resource.provenance[rest] ?? null,
    })
  }
  if (rest.startsWith('tags.') && rest.length > 'tags.'.length) {
    const key = rest.slice('tags.'.length)
    return resourceField(
      name,
      { kind: 'string', list: false, about: 'A tag.' },
      {
        find: (resource) => findTag(resource, key),
        place: (resource) => `${resource.provenance['tags'] ?? 'tags'}.${key}`,
      },
    )
  }
  if (/^details(\.[^\s.[\]]+)+$/.test(rest)) {
    const path = rest.split('.').slice(1)
    if (path.some(isForbiddenName)) return null
    return resourceField(
      name,
      { kind: 'raw', list: true, about: 'A detail.' },
      {
        find: (resource) =>
          resource.details === null ? whyAbsent(resource, 'details') : findAt(resource.details, path),
        place: (resource) => `${resource.provenance['details'] ?? 'details'}.${path.join('.')}`,
      },
    )
  }
  return null
}

interface OfResource {
  find(resource: Resource): Found
  place(resource: Resource): string | null
}

function resourceField(name: string, info: FieldInfo, { find, place }: OfResource): Field {
  return {
    name,
    info,
    find: ({ resource }) => (resource === null ? null : find(resource)),
    place: ({ resource }) => (resource === null ? null : place(resource)),
  }
}

function rawField(name: string, format: string, path: readonly string[]): Field {
  return {
    name,
    info: { kind: 'raw', list: true, about: 'A path in the raw body.' },
    find: ({ finding }) => (finding.format === format ? findAt(finding.raw, path) : null),
    place: () => path.join('.'),
  }
}

function findTag(resource: Resource, key: string): Found {
  const alone = resource.tag?.(key)
  if (alone !== undefined) return alone
  const { tags } = resource
  const value = tags !== null && Object.hasOwn(tags, key) ? tags[key] : undefined
  return value ?? whyAbsent(resource, 'tags') ?? whyAbsent(resource, `tags.${key}`)
}

/** All values at a path, going through arrays. */
function findAt(value: Json, path: readonly string[]): Found {
  const found: Json[] = []
  gather(value, path, 0, found)
  if (found.length === 0) return null
  const scalars = found.filter(isScalar)
  return scalars.length < found.length ? new Unreadable('it is an object, not a value') : scalars
}

function gather(value: Json, path: readonly string[], at: number, found: Json[]): void {
  if (Array.isArray(value)) {
    for (const item of value) gather(item, path, at, found)
    return
  }
  const key = path[at]
  if (key === undefined) {
    if (value !== null) found.push(value)
    return
  }
  const member = own(value, key)
  if (member !== undefined) gather(member, path, at + 1, found)
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
