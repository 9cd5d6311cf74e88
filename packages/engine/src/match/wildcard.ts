/**
 * Wildcard patterns: `*` stands for any run of characters, also none. Nothing else is special.
 *
 * `\*` is a star and `\\` a backslash. The matcher never goes back behind a star that it has passed, so no text
 * makes it slow.
 */

/** The literal pieces between the stars, or `null` for a backslash before something else. */
export function parseWildcard(pattern: string): readonly string[] | null {
  const pieces: string[] = []
  let piece = ''
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index)
    if (character === '*') {
      pieces.push(piece)
      piece = ''
    } else if (character === '\\') {
      index += 1
      const escaped = pattern.charAt(index)
      if (escaped !== '*' && escaped !== '\\') return null
      piece += escaped
    } else {
      piece += character
    }
  }
  return [...pieces, piece]
}

/** True if the whole text fits the pieces, in order, with anything between them. */
export function matchesWildcard(pieces: readonly string[], text: string): boolean {
  const [first = '', ...rest] = pieces
  const last = rest.pop()
  if (last === undefined) return text === first
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false
  const end = text.length - last.length
  let position = first.length
  for (const piece of rest) {
    const found = text.indexOf(piece, position)
    if (found === -1 || found + piece.length > end) return false
    position = found + piece.length
  }
  return true
}
