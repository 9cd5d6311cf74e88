/**
 * Whether what a rule, exception or playbook asks holds for a target, clause by clause.
 *
 * Truth is 1 for yes, -1 for no and 0 for unknown: "and" is the least of some, "or" the greatest, "not" the negative.
 */
import { BlockList, isIP } from 'node:net'
import jsonLogic from 'json-logic-js'
import type { Project, Rule } from './documents.js'
import { instant, isObject, type Target, unreadable, type Value } from './normalise.js'
import { severities } from './pools.js'

/** A target, what is asked about it, when, and whether a person asks. */
export type Case = Target & Readonly<{ project: Project; now: number; request: boolean }>
/** A clause and its truth; `wanted` as written, only of clauses about a field. */
export type Clause = Readonly<{ field: string; wanted?: unknown; truth: number; children?: readonly Clause[] }>

const truthOf = (holds: boolean) => (holds ? 1 : -1)
const not = (truth: number) => 0 - truth
export const allOf = (clauses: readonly Clause[]) => Math.min(1, ...clauses.map(({ truth }) => truth))
const anyOf = (clauses: readonly Clause[]) => Math.max(-1, ...clauses.map(({ truth }) => truth))

/** Everything that is asked, in the order in which it is explained. */
export function clausesOf(asked: Rule, about: Case) {
  const isRule = asked.expires === undefined && asked.version === undefined
  const end = Date.parse(asked.expires ?? '') + 86_400_000
  const isMentioned = (field: string) => JSON.stringify(asked.match).includes(`"${field}":`)
  const veto = (children: readonly Clause[]) => ({ field: 'unless', truth: not(allOf(children)), children })
  return {
    match: judge(asked.match, about),
    open: openness(about).filter(({ field }) => isRule && !isMentioned(field)),
    on: asked.on === undefined ? [] : [{ field: 'on', truth: truthOf(about.request) }],
    unless: (asked.unless ?? []).map((match) => veto(judge(match, about))),
    when: asked.when === undefined ? [] : [{ field: 'when', truth: judgeWhen(asked.when, about) }],
    expires: asked.expires === undefined ? [] : [{ field: 'expires', truth: truthOf(about.now < end) }],
  }
}
export const everything = (asked: Rule, about: Case) => Object.values(clausesOf(asked, about)).flat()

/** That nobody has dealt with the finding; a rule that mentions one of these fields has its own say. */
export function openness(about: Case): readonly Clause[] {
  const dealtWith = { workflow: ['SUPPRESSED', 'RESOLVED'], record: ['ARCHIVED'], compliance: ['PASSED'] }
  return Object.entries(dealtWith).map(([field, done]) => ({ field, truth: not(judgeField(field, done, about)) }))
}

/** Every clause of a match. */
export function judge(match: object, about: Case): readonly Clause[] {
  const whole = (clauses: readonly Clause[]) =>
    clauses.length === 1 ? clauses[0] : { field: 'all', truth: allOf(clauses), children: clauses }
  return Object.entries(match).map(([field, wanted]): Clause => {
    if (field !== 'any' && field !== 'all') return { field, wanted, truth: judgeField(field, wanted, about) }
    const children: readonly Clause[] = wanted.map((inner: object) => whole(judge(inner, about)))
    return { field, truth: field === 'all' ? allOf(children) : anyOf(children), children }
  })
}

export function judgeField(field: string, wanted: unknown, about: Case): number {
  const value = about.read(field)
  const [operator, operand] = operatorOf(wanted)
  const some = (one: unknown) => Math.max(-1, ...listOf(value ?? []).map((each) => fits(each, one, about)))
  if (value === unreadable) return 0
  if (operator === 'exists') return truthOf((value !== null) === operand)
  if (operator === 'all-of') return Math.min(1, ...listOf(operand).map(some))
  if (operator !== 'anything-but' && operator !== 'none-of') return some(wanted)
  return value === null ? -1 : not(some(operand))
}

/** Whether a value fits what is wanted, or one of a list. */
function fits(value: unknown, wanted: unknown, about: Case): number {
  if (Array.isArray(wanted)) return Math.max(-1, ...wanted.map((one) => fits(value, one, about)))
  const [operator, operand] = operatorOf(wanted)
  if (operator === 'any-of') return fits(value, operand, about)
  if (operator === 'equals') return truthOf(value === operand)
  if (operator === 'numeric') return truthOf(typeof value === 'number' && isWithin(value, listOf(operand)))
  if (operator === 'older-than' || operator === 'newer-than') {
    const age = about.now - instant(String(value))
    const beyond = age - millisecondsOf(String(operand))
    return Number.isNaN(age) ? 0 : truthOf(operator === 'older-than' ? beyond > 0 : beyond < 0)
  }
  if (typeof value !== 'string') return -1
  if (operator === 'regex' && value.length > 8192) return 0
  return truthOf(listOf(operand).some((one) => textOperators[operator]?.(value, String(one), about)))
}

const textOperators: Record<string, (text: string, operand: string, about: Case) => boolean> = {
  prefix: (text, start) => text.startsWith(start),
  suffix: (text, end) => text.endsWith(end),
  wildcard: (text, pattern) => new RegExp(`^${pattern.replaceAll(/\\.|./gs, wildcardPiece)}$`, 's').test(text),
  'equals-ignore-case': (text, same) => text.toLowerCase() === same.toLowerCase(),
  regex: (text, pattern) => new RegExp(`^(?:${pattern})$`, 'u').test(text),
  group: (text, name, { project }) => (project.groups[name] ?? []).includes(text),
  cidr: isInside,
  'at-least': (label, least) => severities.indexOf(label) >= severities.indexOf(least),
  'at-most': (label, most) => severities.indexOf(label) <= severities.indexOf(most),
}

/** A star is any run of characters; what stands behind a backslash is itself. */
const wildcardPiece = (piece: string) => (piece === '*' ? '.*' : piece.slice(-1).replace(/[^\w\s]/, '\\$&'))

/** Signs, which JSONLogic has too, and bounds by turns. */
function isWithin(value: number, [sign, bound, ...more]: readonly unknown[]): boolean {
  const holds = jsonLogic.apply({ [sign === '=' ? '===' : String(sign)]: [value, bound] }) === true
  return holds && (more.length === 0 || isWithin(value, more))
}

const minutes: Record<string, number> = { m: 1, h: 60, d: 1440, w: 10_080 }
const millisecondsOf = (age: string) => Number.parseInt(age, 10) * Number(minutes[age.slice(-1)]) * 60_000

/** An address of version 4 that is written as one of version 6 stands for itself. */
function isInside(address: string, block: string): boolean {
  const [network = '', length] = block.split('/')
  const family = isIP(network) === 4 ? 'ipv4' : 'ipv6'
  const list = new BlockList()
  list.addSubnet(network, Number(length), family)
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '')
  return isIP(plain) === isIP(network) && list.check(plain, family)
}

/** An operator and its operand; what is plain is to be equal. */
const operatorOf = (wanted: unknown): readonly [string, unknown] =>
  (isObject(wanted) ? Object.entries(wanted)[0] : undefined) ?? ['equals', wanted]
const listOf = (value: unknown): readonly unknown[] => [value].flat()

/** A `when`: its variables give way to their values, and json-logic-js evaluates what is left without data. */
function judgeWhen(when: unknown, about: Case): number {
  let isDoubtful = false
  const look = (name: unknown, otherwise: unknown) => {
    const value = variable(String(name), about) ?? otherwise
    isDoubtful ||= value === unreadable || value === undefined
    return value
  }
  const logic = JSON.parse(JSON.stringify(when), (_, part) => {
    const [operator, operand] = operatorOf(part)
    const [name, otherwise] = listOf(operand)
    if (operator === 'missing') return listOf(operand).filter((one) => look(one, null) === null)
    return operator === 'var' && name !== '' ? look(name, otherwise) : part
  })
  return isDoubtful ? 0 : truthOf(jsonLogic.truthy(jsonLogic.apply(logic)))
}

/** A variable of `when` or of a template. */
export function variable(name: string, about: Case): Value {
  if (name !== 'finding.ageDays') return about.read(name.replace(/^finding\./, ''))
  const first = about.read('firstObserved') ?? about.read('created')
  return typeof first === 'string' ? Math.floor((about.now - Date.parse(first)) / 86_400_000) : first
}
