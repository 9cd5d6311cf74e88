/**
 * From a raw finding, ASFF or OCSF, to a target for each resource that it names. Where each field stands, and what AWS
 * and OCSF call things, is a table in `pools.ts`.
 *
 * A field has a value or a list of them. It is `null` where nothing is said, `unreadable` where it is in a wrong form.
 */
import { type FieldPool, fieldPools, severities, terms } from './pools.js'

export const unreadable = Symbol('unreadable')
export type Scalar = string | number | boolean
export type Value = Scalar | Scalar[] | null | typeof unreadable
type Format = 'asff' | 'ocsf'
type Read = (field: string) => Value
/** A resource, or a finding that names none; `read` takes a field by the name that rules give it. */
export type Target = Readonly<{ id: Value; read: Read }>

const textAs = (change: (text: string) => Value) => (value: unknown) =>
  typeof value !== 'string' ? unreadable : value.trim() === '' ? null : change(value)
const text = textAs((said) => said)
const isText = (value: unknown): value is string => typeof value === 'string'
const texts = (value: unknown): Value => (Array.isArray(value) && value.every(isText) ? value : unreadable)
const isoTime = (milliseconds: number): Value => new Date(milliseconds).toJSON() ?? unreadable

const labelOf = (score: number) => severities.findLast((_, rank) => Number(terms.leastScores[rank]) <= score) ?? null

/** How what is there is parsed, by the form of its field. */
const parsers: Record<FieldPool['form'], (value: unknown, format: Format, pool: FieldPool) => Value> = {
  text,
  texts,
  account: textAs((id) => (/^\d{12}$/.test(id) ? id : unreadable)),
  region: textAs((name) => (name === 'global' ? null : name)),
  type: textAs((name) => terms.cloudFormationTypes[name] ?? name),
  // A compliance that is no object says nothing of a control.
  control: (value) => (value === unreadable ? null : text(value)),
  time: (value) => (typeof value === 'number' ? isoTime(value * 1000) : textAs((it) => isoTime(instant(it)))(value)),
  score: (value) => {
    const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value
    return typeof number === 'number' && number >= 0 && number <= 100 ? number : unreadable
  },
  standards: (value, format) => {
    const ids = texts(Array.isArray(value) && format === 'asff' ? value.map((item) => at(item, 'StandardsId')) : value)
    return Array.isArray(ids) ? ids.map((id) => String(id).replace(/^(standards|ruleset)\//, '')) : ids
  },
  word: (value, format, { field, values }) => {
    if (typeof value === 'number' && format === 'ocsf') return terms.ocsfWords[field]?.[value] ?? unreadable
    return textAs((word) => (format === 'asff' && values.includes(word) ? word : unreadable))(value)
  },
}

/** The targets of a finding, or the code that it is refused with. */
export function normalise(raw: unknown): readonly Target[] | string {
  const format = at(raw, 'class_uid') === null ? 'asff' : 'ocsf'
  const resources = format === 'asff' ? at(raw, 'Resources') : (at(raw, 'resources') ?? [])
  if (!Array.isArray(resources)) return 'finding.invalid'
  const targets = (resources.length === 0 ? [null] : resources).map((resource) => targetOf(raw, resource, format))
  const isSound = ({ id, read }: Target) => isText(read('id')) && (id !== null || resources.length === 0)
  return targets.every(isSound) ? targets : 'finding.invalid'
}

function targetOf(raw: unknown, resource: unknown, format: Format): Target {
  const said: Read = (field) => {
    const pool = fieldPools.find((one) => one.field === field)
    const value = pool === undefined ? null : at(field.startsWith('resource.') ? resource : raw, pool[format])
    return value === null || pool === undefined ? null : parsers[pool.form](value, format, pool)
  }
  const fields: Record<string, Value> = { ...findingFields(raw, said), ...resourceFields(resource, said), format }
  const data = at(resource, terms.details[format])
  const details = data === null || (format === 'ocsf' && text(data) === null) ? {} : data
  const read: Read = (field) => {
    const [, kind, path = ''] = /^(asff|ocsf|resource\.tags|resource\.details)[:.](.+)$/.exec(field) ?? []
    if (kind === 'resource.tags') return tagOf(at(resource, terms.tags[format]) ?? [], path)
    if (kind === 'resource.details') return isObject(details) ? valueAt(details, path) : unreadable
    if (kind !== undefined) return kind === format ? valueAt(raw, path) : null
    const value = fields[field] === undefined ? said(field) : fields[field]
    return Array.isArray(value) && value.length === 0 ? null : value
  }
  return { id: fields['resource.id'] ?? null, read }
}

function findingFields(raw: unknown, said: Read): Record<string, Value> {
  const form = /^arn:(aws[a-z-]*):securityhub:([a-z0-9-]+):(\d{12})?:product(?:v2)?\/([^/]+)\/([^/]+)$/
  const [, partition = null, home = null, owner, company, name] = form.exec(String(said('product'))) ?? []
  const isSound = name !== undefined && (owner ?? company) === company && placed(home, partition) !== unreadable
  const product = isSound ? `${company}/${name}` : said('product') && unreadable
  const isHub = product === 'aws/securityhub'
  const source = isHub ? String(said('generator')).replace('arn:aws:securityhub:::ruleset/', '') : ''
  const [, id] = /^(?:security-control|aws-foundational-security-best-practices\/v\/1\.0\.0)\/(.+)$/.exec(source) ?? []
  const control = said('control') ?? id ?? terms.controlNumbers[source] ?? null
  const score = said('severityScore')
  const severity = said('severity') ?? (typeof score === 'number' ? labelOf(score) : score)
  const isArchived = at(raw, 'status_id') === 5
  return {
    product,
    partition: isSound ? partition : null,
    region: isSound ? placed(said('region') ?? home, partition) : said('region'),
    // Whoever else claims a control makes the field unreadable.
    control: isHub || control === null ? control : unreadable,
    standard: said('standard') ?? /^[a-z-]+\/v\/\d\.\d\.\d(?=\/)/.exec(source)?.slice(0, 1) ?? null,
    severity,
    severityScore: score ?? terms.leastScores[severities.indexOf(String(severity))] ?? null,
    workflow: isArchived ? null : (said('workflow') ?? 'NEW'),
    record: isArchived || at(raw, 'activity_id') === 3 ? 'ARCHIVED' : (said('record') ?? 'ACTIVE'),
  }
}

function resourceFields(resource: unknown, said: Read): Record<string, Value> {
  const ids = [said('resource.id'), text(at(resource, 'uid_alt'))].filter((one) => typeof one === 'string')
  const id = ids.findLast((one) => one.startsWith('arn:')) ?? ids[0] ?? null
  const [, ofArn, home, owner] = /^arn:([^:]*):[^:]*:([^:]*):([^:]*):.+$/s.exec(`${id}`) ?? []
  const type = String(said('resource.type'))
  const name = (terms.nameForms[type] ?? terms.otherNameForm).exec(`${id}`)?.[1]
  const isAtOdds = type in terms.nameForms && (type === 'AWS::::Account' || ofArn !== undefined)
  const partition = agreed(said('resource.partition'), ofArn)
  return {
    'resource.id': id,
    'resource.name': name ?? (isAtOdds ? unreadable : null),
    'resource.account': agreed(said('resource.account'), owner ?? (type === 'AWS::::Account' ? name : undefined)),
    'resource.region': placed(agreed(said('resource.region'), home), partition),
    'resource.partition': partition,
  }
}

/** What a member and an ARN say: either, where the other says nothing, and unreadable where they differ. */
const agreed = (member: Value, arn = ''): Value =>
  arn === '' || member === arn ? member : member === null ? arn : unreadable

/** A Region that is none of its partition cannot be read. */
function placed(region: Value, partition: Value): Value {
  if (typeof region !== 'string' || typeof partition !== 'string') return region
  const beginning = partition === 'aws' ? undefined : partition.slice('aws-'.length)
  return /^(cn|us-gov)-/.exec(region)?.[1] === beginning ? region : unreadable
}

/** Of a map, or of a list of names and values, as OCSF has it, in which two may contradict each other. */
function tagOf(tags: unknown, key: string): Value {
  if (!Array.isArray(tags) && !isObject(tags)) return unreadable
  const pairs = Array.isArray(tags)
    ? tags.map((tag) => [at(tag, 'name'), at(tag, 'value') ?? ''])
    : Object.entries(Object(tags))
  const values = pairs.filter(([name]) => name === key).map(([, value]) => (isText(value) ? value : unreadable))
  const isSound = pairs.every(([name]) => isText(name)) && values.every((value) => value === values[0])
  return isSound ? (values[0] ?? null) : unreadable
}

/** All values at a path, through the lists on the way; an object at its end cannot be read. */
function valueAt(value: unknown, path: string): Value {
  const into = (found: unknown[], key: string) => found.flat(100).map((one) => (isObject(one) ? at(one, key) : null))
  const ends = path.split('.').reduce(into, [value])
  const found = ends.flat(100).filter((one) => one !== null)
  const isScalar = (one: unknown): one is Scalar => typeof one !== 'object'
  return !found.every(isScalar) ? unreadable : found.length > 1 ? found : (found[0] ?? null)
}

/** The member at a path: `null` where there is none, unreadable where something on the way has no members. */
function at(value: unknown, path: string): unknown {
  const into = (inner: unknown, key: string) =>
    isObject(inner) ? (Reflect.get(inner, key) ?? null) : inner === null ? null : unreadable
  return path.split('.').reduce(into, value)
}

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Milliseconds since 1970 of an ISO 8601 time; NaN for what is none, such as the 30th of February. */
export function instant(said: string): number {
  const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:?\d\d)?$/
  const [, day = '', clock, zone = 'Z'] = form.exec(said) ?? []
  return new Date(day).toJSON()?.startsWith(`${day}T`) ? Date.parse(`${day}T${clock}${zone}`) : Number.NaN
}
