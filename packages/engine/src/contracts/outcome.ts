/** Makes outcomes, and tells the few sorts of them that several stages must tell apart in the same way. */
import type { Outcome, OutcomeKind } from './plan.js'

/** An outcome; the message becomes one line of at most 500 characters, since AWS's own texts end up in it. */
export function outcome(kind: OutcomeKind, code: string, message: string): Outcome {
  return { kind, code, message: oneLine(message) }
}

/** Text of an error or of AWS made fit for a message: one line, no control characters, not endless. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return line.length > 500 ? `${line.slice(0, 499)}…` : line
}
