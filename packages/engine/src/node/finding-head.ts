/**
 * The beginning of a stream, held until it shows whether there is a document on each line or one in all.
 *
 * That takes two lines that are not blank. Until then everything has to be kept, for the first line may be a document
 * of many megabytes and the only one.
 */
import { isLines } from '../read-findings.js'
import { decode } from './decode.js'
import { createGrowingBytes } from './growing-bytes.js'

/** `unknown` while fewer than two lines are filled; at the end that is a single document, or nothing. */
export type Form = 'unknown' | 'lines' | 'document'

export interface FindingHead {
  add(bytes: Uint8Array): Form
  /** The form when nothing more comes; `unknown` when there was nothing but white space. */
  end(): Form
  size(): number
  bytes(): Buffer
}

export function createFindingHead(): FindingHead {
  const all = createGrowingBytes()
  /** Text of the first lines that are not blank; `null` for one that is not UTF-8. */
  const filled: (string | null)[] = []
  let form: Form = 'unknown'
  let lineStart = 0
  let searched = 0

  function take(line: Uint8Array): void {
    if (isBlank(line)) return
    filled.push(decode(line))
    const [first, second] = filled
    // What is not UTF-8 is a damaged line, and no reason to take the others for parts of one document.
    if (second !== undefined) form = isLines(first ?? '{', second ?? '{') ? 'lines' : 'document'
  }

  return {
    add(bytes) {
      all.add(bytes)
      const held = all.bytes()
      while (form === 'unknown') {
        const end = held.indexOf(newline, searched)
        searched = end === -1 ? held.length : end + 1
        if (end === -1) break
        take(held.subarray(lineStart, end))
        lineStart = end + 1
      }
      return form
    },
    end() {
      if (form === 'unknown' && lineStart < all.size()) take(all.bytes().subarray(lineStart))
      return form === 'unknown' && filled.length > 0 ? 'document' : form
    },
    size: all.size,
    bytes: all.bytes,
  }
}

const newline = 10

/** White space only; a byte order mark counts as none. */
function isBlank(line: Uint8Array): boolean {
  return line.length < 4096 && decode(line)?.trim() === ''
}
