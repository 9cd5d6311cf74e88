/**
 * The two lines that open every document: `apiVersion` and `kind`. They decide by which schema the rest is checked.
 */
import { type DocumentKind, documentSchemas } from '../contracts/documents/index.js'
import { isJsonObject, type Json, own } from '../contracts/json.js'
import type { PointerProblem } from '../contracts/match.js'
import { didYouMean } from '../contracts/nearest.js'
import { inWords, listInWords, sortInWords } from './in-words.js'

export interface CheckedKind {
  /** `null` when the rest cannot be checked. */
  readonly kind: DocumentKind | null
  readonly problems: readonly PointerProblem[]
}

/** Checks the opening of a document that stands where only the `allowed` kinds may. */
export function checkKind(value: Json, allowed: readonly DocumentKind[]): CheckedKind {
  const problem = (pointer: string, words: Pick<PointerProblem, 'code' | 'message' | 'hint'>): PointerProblem => ({
    pointer,
    at: pointer === '' ? 'key' : 'value',
    ...words,
  })
  const kinds = listInWords(allowed)
  if (!isJsonObject(value)) {
    const message = `the document must be a mapping, and is ${sortInWords(value)}`
    const hint = `begin with \`apiVersion: redress/v1\` and \`kind: ${allowed[0]}\``
    return { kind: null, problems: [problem('', { code: 'document.type', message, hint })] }
  }
  const problems: PointerProblem[] = []
  const version = own(value, 'apiVersion')
  if (version === undefined) {
    const words = { message: '`apiVersion` is missing', hint: 'add `apiVersion: redress/v1`' }
    problems.push(problem('', { code: 'document.api-version', ...words }))
  } else if (version !== 'redress/v1') {
    const message = `the version ${inWords(version)} of the format is not known`
    problems.push(problem('/apiVersion', { code: 'document.api-version', message, hint: 'write `redress/v1`' }))
  }
  const written = own(value, 'kind')
  const kind = allowed.find((candidate) => candidate === written) ?? null
  if (written === undefined) {
    const words = { message: '`kind` is missing', hint: `add \`kind: ${allowed[0]}\`` }
    problems.push(problem('', { code: 'document.kind', ...words }))
  } else if (kind === null) {
    const known = Object.keys(documentSchemas).some((name) => name === written)
    const message = known
      ? `${inWords(written)} cannot stand in this file`
      : `the kind ${inWords(written)} is not known`
    const near = !known && typeof written === 'string' ? didYouMean(written, allowed) : null
    const hint = near ?? `a file of this name or folder holds ${kinds}`
    problems.push(problem('/kind', { code: 'document.kind', message, hint }))
  }
  return { kind, problems }
}
