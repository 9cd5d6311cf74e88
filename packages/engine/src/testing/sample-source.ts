/** A document as it came from a file, for tests: every value stands on the line that its pointer has steps. */
import type { Sourced } from '../rules/documents.js'

export function sampleSource<Document>(file: string, document: Document): Sourced<Document> {
  return {
    file,
    document,
    locate: (pointer, at) => ({ line: pointer.split('/').length, column: at === 'key' ? 1 : 9 }),
    source: () => null,
  }
}
