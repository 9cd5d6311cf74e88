/**
 * Standards, named in one way: `aws-foundational-security-best-practices/v/1.0.0`.
 *
 * Findings write `standards/…`, CIS v1.2.0 `ruleset/…`, and either may be the end of an ARN with or without a
 * Region. One of AWS's own samples misspells the first standard, which is mended here.
 */
import { isJsonObject, type Json, own } from '../contracts/json.js'
import type { Parsed } from './reader.js'

/** The plain name of a standard; text of another form is returned as it is. */
export function standardName(text: string): string {
  const [, name] = /(?:^|[:/])(?:standards|ruleset|subscription)\/([^/]+\/v\/[^/]+)$/.exec(text) ?? []
  return (name ?? text).replace(/^aws-foundation-best-practices\//, 'aws-foundational-security-best-practices/')
}

/** The standard in a generator id, control ARN or finding id of Security Hub; `null` when it holds none. */
export function standardIn(text: string): string | null {
  const [, name] = /(?:^|[:/])([a-z0-9-]+\/v\/\d+\.\d+\.\d+)\/(?:rule\/)?[^/]+(?:\/finding\/.*)?$/.exec(text) ?? []
  return name === undefined ? null : standardName(name)
}

/** `Compliance.AssociatedStandards` of ASFF: a list of objects with `StandardsId`. */
export function associatedStandards(value: Json): Parsed<readonly string[]> {
  if (!Array.isArray(value)) return { reason: 'is not a list' }
  const names = value.map((item) => own(item, 'StandardsId')).filter((name) => typeof name === 'string')
  if (names.length < value.length) return { reason: 'holds a standard without `StandardsId`' }
  return { value: names.map(standardName) }
}

/** `compliance.standards` of OCSF: a list of texts. */
export function standardNames(value: Json): Parsed<readonly string[]> {
  if (!Array.isArray(value)) return { reason: 'is not a list' }
  const names = value.filter((item) => typeof item === 'string')
  if (names.length < value.length) return { reason: 'holds a value that is not a string' }
  return { value: names.map(standardName) }
}

/**
 * Parameters of a control: `{Name, Value: []}` in ASFF, `{name, value}` or `{name, values: []}` in OCSF.
 */
export function controlParameters(value: Json): Parsed<{ readonly [name: string]: readonly string[] }> {
  if (!Array.isArray(value)) return { reason: 'is not a list' }
  const entries: [string, readonly string[]][] = []
  for (const item of value) {
    const name = own(item, 'Name') ?? own(item, 'name')
    const given = own(item, 'Value') ?? own(item, 'values') ?? own(item, 'value') ?? []
    const values = (Array.isArray(given) ? given : [given]).filter((one) => !isJsonObject(one) && one !== null)
    if (typeof name !== 'string') return { reason: 'holds a parameter without a name' }
    entries.push([name, values.map(String)])
  }
  return { value: Object.fromEntries(entries) }
}
