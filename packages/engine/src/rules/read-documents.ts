/**
 * All files of a project, each read and checked against the schema of its kind.
 *
 * What one file says about another is checked later; here each stands alone. Files are taken in the order of
 * their paths, which is the order that rules run in.
 */
import { documentPlace } from '../contracts/documents/document-place.js'
import { type DocumentKind, documentSchemas } from '../contracts/documents/index.js'
import type { Json } from '../contracts/json.js'
import type { PointerProblem } from '../contracts/match.js'
import type { Problem } from '../contracts/problem.js'
import { checkKind } from './check-kind.js'
import { checkSchema } from './check-schema.js'
import { setProblems } from './check-size.js'
import { placed, type Sourced } from './documents.js'
import { readYaml } from './read-yaml.js'

/** Files by path, relative to the project and written with `/`. */
export type ProjectFiles = ReadonlyMap<string, string | Uint8Array>

export interface ReadDocuments {
  /** Documents that fit the schema of their kind. */
  readonly checked: readonly Sourced<Json>[]
  /** Kinds of which some document is not among them, so that a missing name proves nothing. */
  readonly incomplete: ReadonlySet<DocumentKind>
  readonly problems: readonly Problem[]
}

/** Reads every file that has a place in a project. */
export function readDocuments(files: ProjectFiles): ReadDocuments {
  const tooLarge = setProblems(files)
  if (tooLarge.length > 0) return { checked: [], incomplete: new Set(), problems: tooLarge }

  const checked: Sourced<Json>[] = []
  const problems: Problem[] = []
  const incomplete = new Set<DocumentKind>()
  for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const place = documentPlace(file)
    if (place.kind === 'misnamed') {
      const { message, hint } = place
      problems.push({ file, line: 1, column: 1, code: 'document.file-name', message, hint })
    }
    if (place.kind !== 'document') continue
    const read = readDocument(file, text, place.kinds)
    if (read.document !== null && read.problems.length === 0) checked.push(read.document)
    else for (const kind of read.kinds) incomplete.add(kind)
    problems.push(...read.problems)
  }
  return { checked, incomplete, problems }
}

interface ReadDocument {
  /** The kind that the document says it is, or those that its place allows. */
  readonly kinds: readonly DocumentKind[]
  readonly document: Sourced<Json> | null
  readonly problems: readonly Problem[]
}

function readDocument(file: string, text: string | Uint8Array, allowed: readonly DocumentKind[]): ReadDocument {
  const { document: yaml, problems } = readYaml(file, text)
  if (yaml === null) return { kinds: allowed, document: null, problems }
  const document: Sourced<Json> = {
    file,
    document: yaml.value,
    locate: (pointer, at) => yaml.locate(pointer, at),
    source: (pointer) => yaml.source(pointer),
  }
  const { kind, problems: header } = checkKind(yaml.value, allowed)
  const body =
    kind === null ? [] : checkSchema(documentSchemas[kind], yaml.value, '', { source: document.source }).filter(isBody)
  const found = placed(document, [...header, ...body]).filter((problem) => !isRefused(problem, problems))
  return { kinds: kind === null ? allowed : [kind], document, problems: [...problems, ...found] }
}

/** The opening lines have been checked already, with better words. */
function isBody({ pointer, message }: PointerProblem): boolean {
  return pointer !== '/apiVersion' && !(pointer === '' && message === '`apiVersion` is missing')
}

/** A value that cannot stand in YAML of ours needs no second problem at the same place. */
function isRefused({ line, column, code }: Problem, refused: readonly Problem[]): boolean {
  return code !== 'document.missing-key' && refused.some((other) => other.line === line && other.column === column)
}
