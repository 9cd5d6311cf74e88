/**
 * The documented view: the names that `when` and `${…}` use for what a match names as a field.
 *
 * Fields of the finding stand under `finding.`; those of the target and raw paths are named as in a match.
 * `finding.ageDays` is the only name that no match has.
 */
import { type Field, type Found, fieldNames, parseField, Unreadable } from './fields.js'
import type { Subject } from './match.js'
import { remember } from './remember.js'

/** Names that a hint may suggest. */
export const viewNames: readonly string[] = [
  ...fieldNames.map((name) => (isOwnField(name) ? `finding.${name}` : name)),
  'finding.ageDays',
]

/** The field that this name of the view stands for, or `null` when there is none. */
export const parseViewName: (name: string) => Field | null = remember((name) => {
  if (name === 'finding.ageDays') return ageDays
  if (!name.startsWith('finding.')) return isOwnField(name) ? null : parseField(name)
  const field = name.slice('finding.'.length)
  return isOwnField(field) ? parseField(field) : null
})

const ageDays: Field = {
  name: 'finding.ageDays',
  info: { kind: 'number', list: false, about: 'Whole days since it was first observed, else since it was created.' },
  find: (subject) => inDays(beginning(subject)?.find(subject) ?? null, subject.now),
  place: (subject) => beginning(subject)?.place(subject) ?? null,
}

/** True for fields of the finding itself, which a match names bare. */
function isOwnField(name: string): boolean {
  return !/^(resource\.|asff:|ocsf:|finding\.)/.test(name)
}

/** The field that says since when there is the finding. */
function beginning(subject: Subject): Field | null {
  const firstObserved = parseField('firstObserved')
  return firstObserved?.find(subject) === null ? parseField('created') : firstObserved
}

function inDays(found: Found, now: number): Found {
  if (typeof found !== 'string') return found
  const instant = Date.parse(found)
  return Number.isNaN(instant) ? new Unreadable('it is no date') : Math.floor((now - instant) / 86_400_000)
}
