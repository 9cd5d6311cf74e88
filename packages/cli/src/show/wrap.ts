/**
 * Breaks plain text into lines of a width: at spaces, and inside a word only where it is longer than a line.
 *
 * Long words are ARNs and JSON; they break after `/`, `:` or `,` where one is near, so that parts stay readable.
 */

/** Lines of at most `width` characters; at least one line, never fewer than 8 characters wide. */
export function wrap(text: string, width: number): readonly string[] {
  const room = Math.max(8, width)
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((long) => pieces(long, room))) {
    const joined = line === '' ? word.text : `${line}${word.glued ? '' : ' '}${word.text}`
    if (joined.length <= room) {
      line = joined
      continue
    }
    lines.push(line)
    line = word.text
  }
  return [...lines, line]
}

interface Piece {
  readonly text: string
  /** True where it goes on from the piece before without a space. */
  readonly glued: boolean
}

function pieces(word: string, room: number): readonly Piece[] {
  const found: Piece[] = []
  let rest = word
  while (rest.length > room) {
    const cut = breakAt(rest, room)
    found.push({ text: rest.slice(0, cut), glued: found.length > 0 })
    rest = rest.slice(cut)
  }
  return [...found, { text: rest, glued: found.length > 0 }]
}

function breakAt(word: string, room: number): number {
  const head = word.slice(0, room)
  const place = Math.max(head.lastIndexOf('/'), head.lastIndexOf(':'), head.lastIndexOf(',')) + 1
  return place > room / 2 ? place : room
}
