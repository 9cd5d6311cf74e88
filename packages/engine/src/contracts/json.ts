/**
 * JSON as values: the type, equality, and the one canonical text that every hash is taken of.
 *
 * State that is journaled, planned or compared is JSON and nothing else, so that it survives a file.
 * Canonical text has sorted keys and no white space; numbers that JSON cannot carry are refused.
 */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
/** An object of JSON. */
export type JsonObject = { readonly [key: string]: Json }

/** True for plain JSON objects: neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads an own member; a prototype's member or a missing key is `undefined`. */
export function own(value: unknown, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/**
 * The canonical text of a value: keys sorted by UTF-16 code unit, no white space, `undefined` members left out.
 * Throws for what JSON cannot carry: two dates would both come out as `{}` and so as the same.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (!isPlain(value)) throw new TypeError(`${String(value)} is not JSON`)
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, key)
    if (member === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(member)}`
  }
  return `{${text}}`
}

function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value)
    case 'object': {
      if (value === null || Array.isArray(value)) return true
      // An object of another realm is plain as well, so its prototype alone tells nothing.
      const isOwn = Object.getPrototypeOf(value) === Object.prototype
      return isOwn || Object.prototype.toString.call(value) === '[object Object]'
    }
    default:
      return ['string', 'boolean', 'undefined'].includes(typeof value)
  }
}

/** True when both values have the same canonical text. */
export function sameJson(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

/** True for values of JSON with the same canonical text; stops at the first difference. */
export function equalJson(a: Json, b: Json): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    const items: readonly Json[] = a
    if (!Array.isArray(b)) return false
    const others: readonly Json[] = b
    return items.length === others.length && items.every((item, index) => equalJson(item, others[index] ?? null))
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  let count = 0
  for (const key in a) {
    if (!Object.hasOwn(a, key)) continue
    count += 1
    if (!Object.hasOwn(b, key) || !equalJson(a[key] ?? null, b[key] ?? null)) return false
  }
  return count === Object.keys(b).length
}

/** SHA-256 of a text (UTF-8) as 64 lower-case hexadecimal digits; uses Web Crypto, which browsers and Node share. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
