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
    const value = work(text)
    if (known.size >= limit) known.clear()
    // Long texts are not worth their keys.
    if (text.length <= longest) known.set(text, { value })
    return value
  }
}

const longest = 512
