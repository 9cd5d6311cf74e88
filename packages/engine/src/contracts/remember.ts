/**
 * Remembers what a pure function made of a text, for texts that come again and again: product ARNs, Regions, types.
 *
 * Nothing can be told from it but time. It is emptied when full, so that hostile input costs time and never memory.
 */

/** The same function, faster for texts that it has seen; keeps at most `limit` of them. */
export function remember<Value>(work: (text: string) => Value, limit = 1000): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found.value
    // Long texts are not worth their keys.
    if (text.length > longest) return work(text)
    const own = ownText(text)
    const value = work(own)
    if (known.size >= limit) known.clear()
    known.set(own, { value })
    return value
  }
}

const longest = 512

/**
 * The same text in memory of its own. One that was cut out of a longer text keeps all of that, so a text that is kept for
 * long is copied first.
 */
export function ownText(text: string): string {
  return String(JSON.parse(JSON.stringify(text)))
}
