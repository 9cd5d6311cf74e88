/**
 * Documents in hand: what was read, sorted by kind, and how to find a place in it again.
 */
import type { Static } from '@sinclair/typebox'
import type { DocumentKind, documentSchemas } from '../contracts/documents/index.js'
import { type Json, own } from '../contracts/json.js'
import type { Origin } from '../contracts/loaded.js'
import type { PointerProblem } from '../contracts/match.js'
import type { Problem } from '../contracts/problem.js'
import type { Position } from './read-yaml.js'

/** A document and its file. Places in the catalogue's documents are all `1:1`, as the bundle has no lines. */
export interface Sourced<Document> {
  readonly file: string
  readonly document: Document
  readonly locate: (pointer: string, at: 'key' | 'value') => Position
  /** How an unquoted scalar is written; `null` for everything else. */
  readonly source: (pointer: string) => string | null
}

export type DocumentOf<Kind extends DocumentKind> = Static<(typeof documentSchemas)[Kind]>

/** Documents that fit their schemas, by kind and in the order of their files. */
export type Documents = { readonly [Kind in DocumentKind]: readonly Sourced<DocumentOf<Kind>>[] }

/** Sorts documents that are known to fit the schema of the `kind` that they name. */
export function sortDocuments(checked: readonly Sourced<Json>[]): Documents {
  return {
    Project: ofKind(checked, 'Project'),
    Rules: ofKind(checked, 'Rules'),
    Exceptions: ofKind(checked, 'Exceptions'),
    Playbook: ofKind(checked, 'Playbook'),
    PlaybookTest: ofKind(checked, 'PlaybookTest'),
    RuleTest: ofKind(checked, 'RuleTest'),
    Standard: ofKind(checked, 'Standard'),
  }
}

/** Problems of one document with file, line and column. */
export function placed(source: Sourced<unknown>, problems: readonly PointerProblem[]): readonly Problem[] {
  return problems.map(({ pointer, at, code, message, hint }) => ({
    file: source.file,
    ...source.locate(pointer, at),
    code,
    message,
    hint,
  }))
}

/** Where the value at a pointer stands. */
export function originOf(source: Sourced<unknown>, pointer: string): Origin {
  return { file: source.file, ...source.locate(pointer, 'value') }
}

function ofKind<Kind extends DocumentKind>(
  checked: readonly Sourced<Json>[],
  kind: Kind,
): readonly Sourced<DocumentOf<Kind>>[] {
  return checked.flatMap((sourced) => {
    const { document } = sourced
    return isOfKind(document, kind) ? [{ ...sourced, document }] : []
  })
}

function isOfKind<Kind extends DocumentKind>(document: unknown, kind: Kind): document is DocumentOf<Kind> {
  return own(document, 'kind') === kind
}
