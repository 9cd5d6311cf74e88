/**
 * The only values that some fields ever have.
 *
 * A rule that names another one is wrong: alone it never matches, and behind a negation it always does.
 */
import { severities, workflows } from './finding.js'
import { didYouMean } from './nearest.js'

/** By field name as in a match. */
export const closedValues: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['format', ['asff', 'ocsf']],
  ['severity', severities],
  ['workflow', workflows],
  ['record', ['ACTIVE', 'ARCHIVED']],
  ['compliance', ['PASSED', 'WARNING', 'FAILED', 'NOT_AVAILABLE']],
])

/** Why this text can never stand in this field, or `null`. */
export function checkClosedValue(
  field: string,
  value: string,
): { readonly message: string; readonly hint: string } | null {
  const closed = closedValues.get(field)
  if (closed !== undefined && !closed.includes(value)) {
    const hint = didYouMean(value, closed) ?? `it is one of ${closed.join(', ')}`
    return { message: `\`${field}\` is never \`${value}\``, hint }
  }
  if ((field === 'account' || field === 'resource.account') && !/^[0-9]{12}$/.test(value)) {
    return { message: `\`${value}\` is no account id`, hint: 'an account id has twelve digits' }
  }
  return null
}
