/**
 * The documented view: the names that `when` and `${…}` use for what a match names as a field.
 *
 * Fields of the finding stand under `finding.`; those of the target and raw paths are named as in a match.
 * `finding.ageDays` is the only name that no match has.
 */
import { type Field, fieldNames, parseField, type Reading } from './fields.js'
import type { Subject } from './match.js'

/** Names that a hint may suggest. */
export const viewNames: readonly string[] = [
  ...fieldNames.map((name) => (isOwnField(name) ? `finding.${name}` : name)),
  'finding.ageDays',
]

/** The field that this name of the view stands for, or `null` when there is none. */
export function parseViewName(name: string): Field | null {
  if (name === 'finding.ageDays') return ageDays
  if (!name.startsWith('finding.')) return isOwnField(name) ? null : parseField(name)
  const field = name.slice('finding.'.length)
  return isOwnField(field) ? parseField(field) : null
}

const ageDays: Field = {
  name: 'finding.ageDays',
  info: { kind: 'number', list: false, about: 'Whole days since it was first observed, else since it was created.' },
  read: (subject) => inDays(readFirst(subject), subject.now),
}

/** True for fields of the finding itself, which a match names bare. */
function isOwnField(name: string): boolean {
  return !/^(resource\.|asff:|ocsf:|finding\.)/.test(name)
}

function readFirst(subject: Subject): Reading {
  const absent: Reading = { kind: 'absent' }
  const firstObserved = parseField('firstObserved')?.read(subject) ?? absent
  return firstObserved.kind === 'absent' ? (parseField('created')?.read(subject) ?? absent) : firstObserved
}

function inDays(reading: Reading, now: number): Reading {
  if (reading.kind !== 'values') return reading
  const instant = Date.parse(String(reading.values[0]))
  if (Number.isNaN(instant)) return { kind: 'unreadable', reason: 'it is no date' }
  return { kind: 'values', values: [Math.floor((now - instant) / 86_400_000)], from: reading.from }
}
