/**
 * The values of a playbook's parameters: what the rule gives, else what the control's own parameters in the finding
 * say, else the default.
 *
 * Security Hub hands parameters over as lists of texts. One that does not fit its type is a reason to stop, not to
 * fall back on the default: the control then judges by another value than the remediation would set.
 */
import { RE2JS } from 're2js'
import type { Parameter, Playbook } from '../contracts/documents/playbook.js'
import type { Finding } from '../contracts/finding.js'
import { type Json, type JsonObject, own } from '../contracts/json.js'

export type Parameters =
  | { readonly kind: 'ok'; readonly values: JsonObject }
  | { readonly kind: 'wrong'; readonly message: string }

/** Names that the playbook does not have are left out: they are meant for another playbook of the same rule. */
export function parametersOf(playbook: Playbook, given: JsonObject, finding: Finding): Parameters {
  const values: [string, Json][] = []
  for (const [name, parameter] of Object.entries(playbook.parameters)) {
    const found = findValue(name, parameter, given, finding)
    if (found === null) return wrong(`parameter \`${name}\` of playbook \`${playbook.id}\` has no value`)
    if (!fits(found.value, parameter)) {
      return wrong(
        `parameter \`${name}\` of playbook \`${playbook.id}\` cannot be \`${JSON.stringify(found.value)}\` (from ${found.from})`,
      )
    }
    values.push([name, found.value])
  }
  return { kind: 'ok', values: Object.fromEntries(values) }
}

function findValue(
  name: string,
  parameter: Parameter,
  given: JsonObject,
  finding: Finding,
): { readonly value: Json; readonly from: string } | null {
  const fromRule = own(given, name)
  if (fromRule !== undefined) return { value: fromRule, from: 'the rule' }
  const { securityHub } = parameter
  const texts = securityHub === undefined ? undefined : own(finding.controlParameters, securityHub)
  if (Array.isArray(texts)) return { value: coerce(texts, parameter), from: 'the finding' }
  return parameter.default === undefined ? null : { value: parameter.default, from: 'its default' }
}

/** Texts as the parameter's type; texts that do not fit stay as they are, and are refused as such. */
function coerce(texts: readonly Json[], { type }: Parameter): Json {
  switch (type) {
    case 'string-list':
      return texts
    case 'integer-list':
      return texts.map(toInteger)
    default: {
      const [text, ...others] = texts
      if (text === undefined || others.length > 0) return texts
      if (type === 'integer') return toInteger(text)
      return type === 'boolean' ? toBoolean(text) : text
    }
  }
}

function toInteger(text: Json): Json {
  return typeof text === 'string' && /^(0|-?[1-9][0-9]{0,14})$/.test(text) ? Number(text) : text
}

function toBoolean(text: Json): Json {
  if (text === 'true') return true
  return text === 'false' ? false : text
}

function fits(value: Json, parameter: Parameter): boolean {
  if (parameter.type === 'boolean') return typeof value === 'boolean'
  if (parameter.type === 'string' || parameter.type === 'integer') return fitsItem(value, parameter)
  return Array.isArray(value) && value.every((item) => fitsItem(item, parameter))
}

function fitsItem(value: Json, parameter: Parameter): boolean {
  const { type, minimum, maximum, pattern, enum: allowed } = parameter
  if (allowed !== undefined) return allowed.some((each) => each === value)
  if (type === 'integer' || type === 'integer-list') {
    if (typeof value !== 'number' || !Number.isInteger(value)) return false
    return value >= (minimum ?? value) && value <= (maximum ?? value)
  }
  return typeof value === 'string' && (pattern === undefined || RE2JS.compile(pattern).test(value))
}

function wrong(message: string): Parameters {
  return { kind: 'wrong', message }
}
