/** Text of bytes that should be UTF-8. */

const decoder = new TextDecoder('utf-8', { fatal: true })

/** `null` when the bytes are not UTF-8. A byte order mark is taken away. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}
