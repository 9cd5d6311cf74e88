/** Reads members with a reader and adds its notes: what cannot be read, and, when it is asked for, where each came from. */
import type { Json } from '../contracts/json.js'
import { createReader, type Reader, type ReaderOptions } from './reader.js'

export interface Notes {
  readonly unreadable: { readonly [field: string]: string }
  /** Worked out by reading again, which explaining asks for and deciding does not. A spread copy has it as it is then. */
  readonly provenance: { readonly [field: string]: string }
}

export function readWithNotes<Members extends object>(
  item: Json,
  options: ReaderOptions,
  read: (reader: Reader) => Members,
): Members & Notes {
  const reader = createReader(item, options)
  const members = read(reader)
  let provenance: Notes['provenance'] | null = null
  return {
    ...members,
    unreadable: reader.unreadable(),
    get provenance() {
      provenance ??= provenanceOf(item, options, read)
      return provenance
    },
  }
}

function provenanceOf(item: Json, options: ReaderOptions, read: (reader: Reader) => unknown): Notes['provenance'] {
  const reader = createReader(item, { ...options, records: true })
  read(reader)
  return reader.provenance()
}
