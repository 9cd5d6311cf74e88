/**
 * Exceptions: which one covers a target, the suppression that follows, and the way back when one has ended.
 *
 * A doubt covers a target, so that nothing is changed there, but suppresses nothing. Only findings that carry our
 * own note are ever set back.
 */
import type { DecidedStep, HeldRule } from '../contracts/decision.js'
import { buildExceptionNote, type ExceptionNote, parseExceptionNote } from '../contracts/exception-note.js'
import type { Finding } from '../contracts/finding.js'
import type { JsonObject } from '../contracts/json.js'
import type { LoadedException, LoadedProject } from '../contracts/loaded.js'
import type { Subject } from '../contracts/match.js'
import type { Mode } from '../contracts/plan.js'
import { whyUnreadable } from '../contracts/unreadable.js'
import { doubtIn } from './judge-rule.js'
import type { PreparedExceptions } from './prepared.js'

/** An exception that is in force for a target, for certain or in doubt. */
export interface Covering {
  readonly exception: LoadedException
  readonly certain: boolean
}

/** The first exception that certainly covers the target, else the first that may, else `null`. */
export function exceptionFor(subject: Subject, { exceptions, exceptionSet }: PreparedExceptions): Covering | null {
  let inDoubt: Covering | null = null
  for (const { position, truth } of exceptionSet.matching(subject)) {
    const exception = exceptions[position]
    if (exception === undefined || subject.now >= exception.endsAt) continue
    if (truth === 'yes') return { exception, certain: true }
    inDoubt ??= { exception, certain: false }
  }
  return inDoubt
}

/** What a decision says of an exception that may cover its target. */
export function heldInDoubt({ exception }: Covering, subject: Subject): HeldRule {
  const message = `the exception cannot be judged, so nothing is changed: ${doubtIn(exception.match.explain(subject))}`
  return { rule: ruleOf(exception.exception.id), code: 'exception-indeterminate', message, guide: [] }
}

/** Suppresses the finding if each of its targets is certainly excepted; `null` where there is nothing to suppress. */
export function suppression(finding: Finding, coverings: readonly (Covering | null)[], mode: Mode): DecidedStep | null {
  const [first] = coverings
  if (first === null || first === undefined || !coverings.every((covering) => covering?.certain === true)) return null
  const { workflow, record, compliance } = finding
  // What cannot be read now could not be put back later.
  if (workflow === null && whyUnreadable(finding, 'workflow') !== null) return null
  if (workflow === 'SUPPRESSED' || workflow === 'RESOLVED' || record === 'ARCHIVED' || compliance === 'PASSED') {
    return null
  }
  const { exception } = first.exception
  return step(exception.id, 'finding.suppress', { note: buildExceptionNote(exception, workflow ?? 'NEW') }, mode)
}

export interface Restoration {
  readonly step: DecidedStep
  readonly held: HeldRule
}

/** Sets a finding that an exception suppressed back to what it was, once its targets are not all covered any more. */
export function restoration(
  finding: Finding,
  coverings: readonly (Covering | null)[],
  loaded: Pick<LoadedProject, 'exceptions'>,
  options: { readonly mode: Mode; readonly now: number },
): Restoration | null {
  if (finding.workflow !== 'SUPPRESSED' || finding.record === 'ARCHIVED') return null
  const note = finding.note === null ? null : parseExceptionNote(finding.note.text)
  if (note === null || note.was === 'SUPPRESSED' || coverings.every((covering) => covering !== null)) return null
  const message = `exception \`${note.exception}\` ${whyEnded(note, loaded, options.now)}; the workflow goes back to ${note.was}`
  const params = { workflow: note.was, note: `[redress] ${message.replaceAll('`', '')}` }
  return {
    step: step(note.exception, 'finding.set-workflow', params, options.mode),
    held: { rule: ruleOf(note.exception), code: 'exception-ended', message, guide: [] },
  }
}

/** How an exception is named where a rule stands. */
export function ruleOf(exception: string): string {
  return `exception:${exception}`
}

function whyEnded(note: ExceptionNote, { exceptions }: Pick<LoadedProject, 'exceptions'>, now: number): string {
  const current = exceptions.find(({ exception }) => exception.id === note.exception)
  if (current === undefined) return 'was removed'
  return now < current.endsAt ? 'does not cover every resource any more' : `expired after ${current.exception.expires}`
}

function step(exception: string, use: string, params: JsonObject, mode: Mode): DecidedStep {
  return { rule: ruleOf(exception), playbook: null, use, with: params, mode, breaks: null, overriddenBy: null }
}
