/**
 * A JSON value as one short line for a person: `{ protocol: tcp, ports: [22, 80] }`.
 *
 * It is not meant to be read back; strings are quoted only where they would look like something else.
 */
import { isJsonObject, type Json } from '@redress/engine'
import { clean } from './clean.js'

export function showValue(value: Json): string {
  if (typeof value === 'string') return showText(value)
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(showValue).join(', ')}]`
  if (isJsonObject(value)) {
    const told = Object.entries(value).filter(([, member]) => !isEmpty(member))
    const members = told.map(([key, member]) => `${clean(key)}: ${showValue(member)}`)
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
  }
  return String(value)
}

/** A value that stands alone: a sentence needs no quotes there. */
export function showAlone(value: Json): string {
  return typeof value === 'string' && /^[^\s"']/.test(value) && /[^\s"']$/.test(value) && /\s/.test(value)
    ? clean(value)
    : showValue(value)
}

/** Members without content are left out of a line, as states name every member that there might be. */
function isEmpty(value: Json): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}

function showText(text: string): string {
  const plain = /^[^\s,[\]{}"'`](?:[^,[\]{}"'`\n\r\t]*[^\s,[\]{}"'`])?$/.test(text)
  const another = /^(?:true|false|null|-?[0-9][0-9.eE+-]*)$/.test(text) && !/^[0-9]{12}$/.test(text)
  return plain && !another ? clean(text) : clean(JSON.stringify(text))
}
