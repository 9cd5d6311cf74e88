/**
 * Limits of the whole set of files, held before any is parsed. Files that are not read do not count.
 */

import { documentPlace } from '../contracts/documents/document-place.js'
import { limits } from '../contracts/documents/limits.js'
import type { Problem } from '../contracts/problem.js'

/** What is too large about a set; shown at the first file that goes over. */
export function setProblems(files: ReadonlyMap<string, string | Uint8Array>): readonly Problem[] {
  let bytes = 0
  let count = 0
  for (const [file, text] of files) {
    if (documentPlace(file).kind === 'ignored') continue
    count += 1
    bytes += typeof text === 'string' ? new TextEncoder().encode(text).length : text.byteLength
    if (count > limits.files) return [tooLarge(file, `the project has more than ${limits.files} files`)]
    if (bytes > limits.bytes) return [tooLarge(file, `the project has more than ${limits.bytes} bytes`)]
  }
  return []
}

function tooLarge(file: string, message: string): Problem {
  return { file, line: 1, column: 1, code: 'yaml.too-large', message, hint: 'split the project' }
}
