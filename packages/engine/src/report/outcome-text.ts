/** Outcomes as one line for a person. */
import type { Outcome, Verdict } from '../contracts/plan.js'

/** `applied`, `skipped (STATE_CHANGED): the resource changed since the plan was made`. */
export function outcomeText({ kind, code, message }: Outcome): string {
  if (code === 'OK') return kind
  return message === '' ? `${kind} (${code})` : `${kind} (${code}): ${message}`
}

/** A verdict of a plan in the same words. */
export function verdictText(verdict: Verdict): string {
  return verdict.kind === 'change' ? 'to change' : outcomeText(verdict)
}
