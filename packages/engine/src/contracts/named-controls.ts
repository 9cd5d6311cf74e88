/** Which controls a match is about, where it says so by name. */
import { type Json, type JsonObject, own } from './json.js'

/** The controls that a match names one by one; `null` when it names none or describes them by an operator. */
export function namedControls(match: JsonObject): readonly string[] | null {
  const control = own(match, 'control')
  const list: readonly Json[] = control === undefined ? [] : Array.isArray(control) ? control : [control]
  const names = list.filter((item) => typeof item === 'string')
  return names.length > 0 && names.length === list.length ? names : null
}
