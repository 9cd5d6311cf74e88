/**
 * Takes out of a finding what a fixture must not carry: keys, addresses, names of people, secrets in details.
 *
 * Account ids and ARNs stay, because the rule that is tested names them too.
 */
import { isJsonObject, type Json } from '@redress/engine'

const secretMembers = /password|secret|token|credential|userdata|^environment$|^note$|^userdefinedfields$/i

/** Notes of people and members that are called secret go altogether. */
export function redact(value: Json): Json {
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.map(redact)
  if (!isJsonObject(value)) return value
  const kept = Object.entries(value).filter(([name]) => !secretMembers.test(name))
  return Object.fromEntries(kept.map(([name, member]) => [name, redact(member)]))
}

function redactText(text: string): string {
  return text
    .replaceAll(/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, 'AKIAIOSFODNN7EXAMPLE')
    .replaceAll(/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g, 'someone@example.com')
    .replaceAll(/(?<![0-9.])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![0-9.]|\/)/g, '192.0.2.1')
}
