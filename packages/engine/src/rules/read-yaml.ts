/**
 * From the text of a rule file to a checked tree of JSON values, each with its line and column.
 *
 * Everything that YAML offers beyond JSON, comments and block text is refused: anchors, tags, directives, merge
 * keys, several documents. Limits hold before the parser runs.
 */
import { Composer, type Document, Lexer, LineCounter, Parser, YAMLParseError } from 'yaml'
import type { Json } from '../contracts/json.js'
import { parentPointer } from '../contracts/pointer.js'
import type { Problem } from '../contracts/problem.js'
import { decodeText, type TextProblem } from './decode-text.js'
import { directiveProblem, syntaxProblems } from './syntax-problem.js'
import { tooDeep } from './too-deep.js'
import { walkNodes } from './walk-nodes.js'

/** 1-based; a column counts UTF-16 units, and a byte order mark does not count. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A document with the places of its parts. */
export interface YamlDocument {
  readonly value: Json
  /** The place of a key or value; for a pointer to nothing, the key of the nearest that exists above it. */
  locate(pointer: string, at: 'key' | 'value'): Position
  /** How an unquoted scalar is written; `null` for everything else. */
  source(pointer: string): string | null
}

/** A text, read: a document, or why not. */
export interface ReadYaml {
  /** `null` when the text is no YAML at all; may be there together with problems. */
  readonly document: YamlDocument | null
  readonly problems: readonly Problem[]
}

const shown = 50

/** Reads one file. `file` is only for the problems. */
export function readYaml(file: string, input: string | Uint8Array): ReadYaml {
  const decoded = decodeText(input)
  const lines = new LineCounter()
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const refuse = (found: readonly TextProblem[]): ReadYaml => ({ document: null, problems: list(file, found, place) })

  if (decoded.kind === 'bad') {
    countLines(decoded.text, lines)
    return refuse(decoded.problems)
  }
  const { text } = decoded
  const lexemes = [...new Lexer().lex(text)]
  const deep = tooDeep(lexemes)
  if (deep !== null) {
    countLines(text, lines)
    return refuse([deep])
  }
  const document = compose(lexemes, text.length, lines)
  const directive = directiveProblem(text)
  if (directive !== null) return refuse([directive])
  // A tag that nobody knows is only a warning, and the walk names it; errors of the parser end here.
  const isSound = document.errors.length === 0 && document.warnings.every(({ code }) => code === 'TAG_RESOLVE_FAILED')
  if (!isSound) return refuse(syntaxProblems([...document.errors, ...document.warnings]))

  const { contents } = document
  if (contents === null || isBlank(text)) {
    return refuse([{ offset: 0, code: 'yaml.empty', message: 'the file holds no document', hint: null }])
  }
  const walked = walkNodes(contents, text, (offset) => `${place(offset).line}:${place(offset).column}`)
  const found = walked.problems.length > 0 ? walked.problems : syntaxProblems(document.warnings)
  return {
    problems: list(file, found, place),
    document: {
      value: walked.value,
      source: (pointer) => walked.places.get(pointer)?.source ?? null,
      locate(pointer, at) {
        const found = walked.places.get(pointer)
        if (found !== undefined) return place(found[at])
        return pointer === '' ? { line: 1, column: 1 } : this.locate(parentPointer(pointer), 'key')
      },
    },
  }
}

/** As `parseDocument` of the library, of a text that was taken apart before. */
function compose(lexemes: readonly string[], length: number, lines: LineCounter): Document.Parsed {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    strict: true,
    stringKeys: true,
    uniqueKeys: false,
    merge: false,
    customTags: [],
    resolveKnownTags: false,
    keepSourceTokens: false,
    prettyErrors: false,
    logLevel: 'error',
  })
  const [document, second] = composer.compose(tokensOf(lexemes, lines), true, length)
  if (document === undefined) throw new TypeError('the composer gives a document for every text')
  if (second !== undefined) {
    const [start, end] = second.range
    document.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'there are several documents'))
  }
  return document
}

function* tokensOf(lexemes: readonly string[], lines: LineCounter) {
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  for (const lexeme of lexemes) yield* parser.next(lexeme)
  yield* parser.end()
}

/** The first fifty problems in the order of the text, and one that counts the rest. */
function list(file: string, found: readonly TextProblem[], place: (offset: number) => Position): readonly Problem[] {
  const sorted = [...found].sort((a, b) => a.offset - b.offset)
  const problems = sorted.slice(0, shown).map(({ offset, code, message, hint }) => ({
    file,
    ...place(offset),
    code,
    message,
    hint,
  }))
  const next = sorted[shown]
  if (next === undefined) return problems
  const message = `and ${sorted.length - shown} more problems from here on`
  return [...problems, { file, ...place(next.offset), code: next.code, message, hint: null }]
}

/** Fills a counter that no parser has filled. */
function countLines(text: string, lines: LineCounter): void {
  lines.addNewLine(0)
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
}

function isBlank(text: string): boolean {
  return text.split('\n').every((line) => /^((---|\.\.\.)\s*)?(#.*)?$/.test(line.trim()))
}
