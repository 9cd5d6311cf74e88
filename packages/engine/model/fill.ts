/** Values of steps with their `${…}` filled in. */
import { type Case, variable } from './judge.js'

/** A value with its `${…}` filled in; `undefined` where one of them is not there. */
export function fill(value: unknown, rule: string, about: Case): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => fill(item, rule, about))
    return items.includes(undefined) ? undefined : items
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]) => [key, fill(member, rule, about)])
    return members.some(([, member]) => member === undefined) ? undefined : Object.fromEntries(members)
  }
  if (typeof value !== 'string') return value
  const whole = /^\$\{([^}]*)\}$/.exec(value)
  if (whole !== null) return evaluate(whole[1] ?? '', rule, about)
  let missing = false
  const text = value.replaceAll(/\$\$\{|\$\{([^}]*)\}/g, (found, expression) => {
    if (found === '$${') return '${'
    const part = evaluate(expression, rule, about)
    if (part === undefined) missing = true
    return String(part)
  })
  return missing ? undefined : text
}

function evaluate(expression: string, rule: string, about: Case): unknown {
  const [name = '', filter] = expression.split('|').map((part) => part.trim())
  const found = name === 'rule.id' ? rule : variable(name, about)
  if (found === null || found === 'unreadable') return undefined
  switch (filter) {
    case 'upper':
      return String(found).toUpperCase()
    case 'lower':
      return String(found).toLowerCase()
    case 'first':
      return Array.isArray(found) ? found[0] : found
    case 'join':
      return Array.isArray(found) ? found.join(', ') : found
    case 'json':
      return JSON.stringify(found)
    default:
      return found
  }
}
