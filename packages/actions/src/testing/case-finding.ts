/**
 * The finding of a case: its fixture with single fields set.
 *
 * `asff:` and `ocsf:` paths change the raw body before it is read; the names that rules use change the finding
 * that was read, for all its resources where they begin with `resource.`.
 */
import {
  copyFinding,
  copyResource,
  type Finding,
  findingFields,
  isJsonObject,
  type Json,
  type JsonObject,
  RedressError,
  readValue,
  type TestCase,
} from '@redress/engine'

export function caseFinding(
  { finding: name, set = {} }: TestCase,
  fixtures: { readonly [name: string]: Json },
): Finding {
  const fixture = Object.hasOwn(fixtures, name) ? fixtures[name] : undefined
  if (fixture === undefined) {
    throw new RedressError('usage.input', `there is no fixture \`${name}\``, {
      hint: `there are ${Object.keys(fixtures).sort().join(', ')}`,
    })
  }
  const fields = Object.entries(set)
  const raw = fields
    .filter(([field]) => /^(asff|ocsf):/.test(field))
    .reduce((body, [field, value]) => setPath(body, pathOf(field), value), fixture)
  const [item] = readValue(raw, name)
  if (item === undefined) throw new RedressError('usage.input', `the fixture \`${name}\` holds no finding`)
  if (item.kind === 'refused')
    throw new RedressError('usage.input', `the fixture \`${name}\` is refused: ${item.refused.message}`)
  return fields
    .filter(([field]) => !field.includes(':'))
    .reduce((finding, [field, value]) => setField(finding, field, value), item.finding)
}

const pathOf = (field: string): string[] => field.slice(field.indexOf(':') + 1).split('.')

/** A copy of `value` with `next` at the path; a step that is a number goes into an array. */
function setPath(value: Json, [step, ...rest]: readonly string[], next: Json): Json {
  if (step === undefined) return next
  if (Array.isArray(value) && /^\d+$/.test(step)) {
    return value.map((item, index) => (index === Number(step) ? setPath(item, rest, next) : item))
  }
  const members: JsonObject = isJsonObject(value) ? value : {}
  return { ...members, [step]: setPath(members[step] ?? {}, rest, next) }
}

function setField(finding: Finding, field: string, value: Json): Finding {
  if (Object.hasOwn(findingFields, field)) return copyFinding(finding, { [field]: value })
  const [head, member, ...key] = field.split('.')
  if (head !== 'resource' || member === undefined)
    throw new RedressError('usage.input', `\`set\` names no field: \`${field}\``)
  const resources = finding.resources.map((resource) => {
    if (member === 'tags') {
      return copyResource(resource, { tags: { ...resource.tags, [key.join('.')]: String(value) } })
    }
    return copyResource(resource, { [member]: value })
  })
  return copyFinding(finding, { resources })
}
