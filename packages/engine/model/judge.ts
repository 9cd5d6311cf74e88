/** Whether a match, a `when` or a single clause holds for one target: yes, no, or unknown where it cannot be judged. */
import jsonLogic from 'json-logic-js'
import { instant, type Reading, type Scalar } from './readings.js'
import type { Target } from './target.js'
import type { View } from './view.js'

export type Truth = 'yes' | 'no' | 'unknown'

/** What clauses are judged about. */
export interface Case {
  readonly view: View
  readonly target: Target
  readonly groups: Record<string, readonly string[]>
  readonly now: number
  /** Whether a person asks. */
  readonly request: boolean
}

/** A clause and its verdict, with the clauses below it. */
export interface Clause {
  readonly field: string
  /** As written; only of clauses about a field. */
  readonly wanted?: unknown
  readonly truth: Truth
  readonly children: readonly Clause[]
}

export const truthOf = (holds: boolean): Truth => (holds ? 'yes' : 'no')
export const not = (truth: Truth): Truth => (truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown')
export const and = (all: readonly Truth[]): Truth =>
  all.find((t) => t === 'no') ?? all.find((t) => t === 'unknown') ?? 'yes'
export const or = (all: readonly Truth[]): Truth => not(and(all.map(not)))

/** Every clause of a match, each judged. */
export function judge(match: object, about: Case): readonly Clause[] {
  return Object.entries(match).map(([field, wanted]) => {
    if (field === 'any' || field === 'all') {
      const children = wanted.map((inner: object) => {
        const clauses = judge(inner, about)
        const [only, ...more] = clauses
        if (only !== undefined && more.length === 0) return only
        return { field: 'all', truth: and(clauses.map(({ truth }) => truth)), children: clauses }
      })
      const truths = children.map(({ truth }: Clause) => truth)
      return { field, truth: field === 'any' ? or(truths) : and(truths), children }
    }
    return { field, wanted, truth: judgeField(read(field, about), wanted, about), children: [] }
  })
}

function judgeField(reading: Reading, wanted: unknown, about: Case): Truth {
  if (reading === 'unreadable') return 'unknown'
  const [operator, operand] = operatorOf(wanted)
  const present = reading.length > 0
  switch (operator) {
    case 'exists':
      return truthOf(present === operand)
    case 'anything-but':
    case 'none-of':
      return present ? not(some(reading, operand, about)) : 'no'
    case 'all-of':
      return and(listOf(operand).map((one) => some(reading, one, about)))
    default:
      return some(reading, wanted, about)
  }
}

/** Whether some value fits what is wanted, or one of what is wanted. */
function some(values: readonly Scalar[], wanted: unknown, about: Case): Truth {
  return or(values.flatMap((value) => listOf(wanted).map((one) => fits(value, one, about))))
}

function fits(value: Scalar, wanted: unknown, about: Case): Truth {
  const [operator, operand] = operatorOf(wanted)
  if (operator === 'equals') return truthOf(value === operand)
  if (operator === 'numeric') return truthOf(typeof value === 'number' && compares(value, listOf(operand)))
  if (operator === 'any-of') return some([value], operand, about)
  if (operator === 'older-than' || operator === 'newer-than') {
    const moment = typeof value === 'string' ? instant(value) : null
    if (moment === null) return 'unknown'
    const age = about.now - moment
    return truthOf(operator === 'older-than' ? age > ageOf(operand) : age < ageOf(operand))
  }
  if (typeof value !== 'string') return 'no'
  const several = (fit: (one: string) => boolean) => truthOf(listOf(operand).some((one) => fit(String(one))))
  switch (operator) {
    case 'prefix':
      return several((one) => value.startsWith(one))
    case 'suffix':
      return several((one) => value.endsWith(one))
    case 'wildcard':
      return several((one) => fitsWildcard(value, one))
    case 'equals-ignore-case':
      return several((one) => value.toLowerCase() === one.toLowerCase())
    case 'regex':
      return value.length > 8192 ? 'unknown' : truthOf(new RegExp(`^(?:${operand})$`, 'u').test(value))
    case 'group':
      return truthOf((about.groups[String(operand)] ?? []).includes(value))
    case 'cidr':
      return truthOf(isInside(value, String(operand)))
    case 'at-least':
      return truthOf(rank(value) >= rank(operand))
    case 'at-most':
      return truthOf(rank(value) <= rank(operand))
    default:
      throw new Error(`no operator ${operator}`)
  }
}

function operatorOf(wanted: unknown): readonly [string, unknown] {
  const [entry] = typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted) ? Object.entries(wanted) : []
  return entry ?? ['equals', wanted]
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
const rank = (label: unknown) => ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'].indexOf(String(label))

function compares(value: number, [sign, bound, ...more]: readonly unknown[]): boolean {
  const limit = Number(bound)
  const holds: Record<string, boolean> = {
    '=': value === limit,
    '>': value > limit,
    '>=': value >= limit,
    '<': value < limit,
    '<=': value <= limit,
  }
  return holds[String(sign)] === true && (more.length === 0 || compares(value, more))
}

function fitsWildcard(value: string, pattern: string): boolean {
  if (pattern === '') return value === ''
  if (pattern.startsWith('\\*')) return value.startsWith('*') && fitsWildcard(value.slice(1), pattern.slice(2))
  if (pattern.startsWith('*')) {
    return Array.from({ length: value.length + 1 }, (_, at) => at).some((at) =>
      fitsWildcard(value.slice(at), pattern.slice(1)),
    )
  }
  return value !== '' && value[0] === pattern[0] && fitsWildcard(value.slice(1), pattern.slice(1))
}

function ageOf(age: unknown): number {
  const minutes: Record<string, number> = { m: 1, h: 60, d: 1440, w: 10_080 }
  return Number.parseInt(String(age), 10) * (minutes[String(age).slice(-1)] ?? 0) * 60_000
}

function isInside(value: string, block: string): boolean {
  const [network = '', length] = block.split('/')
  const wanted = bitsOf(network)
  return (
    wanted !== null &&
    bitsOf(value)?.slice(0, Number(length)) === wanted.slice(0, Number(length)) &&
    bitsOf(value)?.length === wanted.length
  )
}

/** An address as a text of ones and zeros. */
function bitsOf(address: string): string | null {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    const bytes = address.split('.').map(Number)
    return bytes.every((byte) => byte < 256) ? bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('') : null
  }
  const [head = '', tail] = address.split('::')
  const words = (part = '') => part.split(':').filter((word) => word !== '')
  const missing = 8 - words(head).length - words(tail).length
  const groups = [...words(head), ...(tail === undefined ? [] : Array(Math.max(missing, 0)).fill('0')), ...words(tail)]
  if (groups.length !== 8 || !groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('')
}

/** What stands in a field, by the name that rules give it. */
export function read(field: string, { view, target }: Case): Reading {
  const [, format, path] = /^(asff|ocsf):(.+)$/.exec(field) ?? []
  if (path !== undefined) return format === view.format ? walk(view.raw, path.split('.')) : []
  if (field.startsWith('resource.tags.')) {
    return target.tags === 'unreadable' ? 'unreadable' : (target.tags.get(field.slice('resource.tags.'.length)) ?? [])
  }
  if (field.startsWith('resource.details.'))
    return isObject(target.details) ? walk(target.details, field.split('.').slice(2)) : 'unreadable'
  return target.fields.get(field) ?? view.fields.get(field) ?? []
}

const isObject = (value: unknown) => !Array.isArray(value) && typeof (value ?? {}) === 'object'

/** All values at a path; lists on the way are gone through. */
function walk(value: unknown, path: readonly string[]): Reading {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) {
    const all = value.map((item) => walk(item, path))
    return all.some((one) => one === 'unreadable')
      ? 'unreadable'
      : all.flatMap((one) => (one === 'unreadable' ? [] : one))
  }
  const [key, ...rest] = path
  if (typeof value !== 'object') return key === undefined && isScalar(value) ? [value] : []
  return key === undefined ? 'unreadable' : walk(Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined, rest)
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** A `when`: variables are put into the expression, which json-logic-js then evaluates without any data. */
export function judgeWhen(when: unknown, about: Case): Truth {
  let doubtful = false
  const fill = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(fill)
    const [operator, operand] = operatorOf(part)
    if (operator === 'equals') return part
    if (operator === 'missing') {
      const values = listOf(operand).map((name) => variable(String(name), about))
      if (values.includes('unreadable')) doubtful = true
      return listOf(operand).filter((_, at) => values[at] === null)
    }
    if (operator !== 'var') return { [operator]: fill(operand) }
    const [name, otherwise] = listOf(operand)
    if (name === '') return part
    const value = variable(String(name), about)
    if (value === 'unreadable' || (value === null && otherwise === undefined)) doubtful = true
    return value ?? otherwise
  }
  const filled = fill(when)
  return doubtful ? 'unknown' : truthOf(jsonLogic.truthy(jsonLogic.apply(Object.assign(Object(filled)))))
}

const several = new Set(['types', 'standard', 'requirement'])

/** A variable of `when` or of a template: `null` is absent. */
export function variable(name: string, about: Case): unknown {
  const field = name.replace(/^finding\./, '')
  if (field === 'ageDays') {
    const first = variable('firstObserved', about) ?? variable('created', about)
    return first === 'unreadable' || first === null
      ? first
      : Math.floor((about.now - Date.parse(String(first))) / 86_400_000)
  }
  const reading = read(field, about)
  if (reading === 'unreadable') return reading
  return reading.length === 0 ? null : several.has(field) || reading.length > 1 ? reading : reading[0]
}
