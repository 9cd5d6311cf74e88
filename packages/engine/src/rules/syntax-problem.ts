/**
 * What the YAML parser complains of, in our words.
 *
 * The parser's own messages speak of its tokens; those that people meet most are said again here, and the rest
 * are passed on. Directives are looked for by hand: the parser takes `%YAML 1.1` without a word.
 */
import type { YAMLParseError, YAMLWarning } from 'yaml'
import type { TextProblem } from './decode-text.js'

type Words = Pick<TextProblem, 'code' | 'message' | 'hint'>

const syntax = (message: string, hint: string | null = null): Words => ({ code: 'yaml.syntax', message, hint })

const words: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    ALIAS_PROPS: { code: 'yaml.anchor', message: 'an alias is not accepted', hint: 'write the value again' },
    BAD_COLLECTION_TYPE: { code: 'yaml.tag', message: 'a tag is not accepted', hint: 'remove it' },
    BAD_DIRECTIVE: { code: 'yaml.directive', message: 'a directive is not accepted', hint: 'remove it' },
    BAD_INDENT: syntax('the indentation does not fit what stands before', 'is a `]` or `}` missing?'),
    BAD_SCALAR_START: syntax('a plain value cannot start with this character', 'put the value in double quotes'),
    BLOCK_AS_IMPLICIT_KEY: syntax('a second `: ` on one line', 'put the value in double quotes'),
    BLOCK_IN_FLOW: syntax('a block cannot stand inside `[…]` or `{…}`'),
    IMPOSSIBLE: syntax('the text cannot be parsed'),
    MISSING_CHAR: syntax('something that was opened is not closed', 'is a quote, `]`, `}` or comma missing?'),
    MULTILINE_IMPLICIT_KEY: syntax('a key must be on one line', 'is a colon missing, or the indentation wrong?'),
    MULTIPLE_DOCS: {
      code: 'yaml.several-documents',
      message: 'a second document starts here',
      hint: 'put each document into a file of its own',
    },
    NON_STRING_KEY: syntax('a key must be text', 'is a template like `${…}` without quotes?'),
    TAB_AS_INDENT: syntax('a tab cannot indent', 'indent with spaces'),
    TAG_RESOLVE_FAILED: { code: 'yaml.tag', message: 'a tag is not accepted', hint: 'remove it' },
    UNEXPECTED_TOKEN: syntax('this cannot stand here', 'is there a bracket or quote too many?'),
  } satisfies Record<string, Words>),
)

/** Errors and warnings of the parser as problems; at most one a place. */
export function syntaxProblems(complaints: readonly (YAMLParseError | YAMLWarning)[]): readonly TextProblem[] {
  if (complaints.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) {
    return [{ offset: 0, code: 'yaml.too-deep', message: 'the nesting is deeper than 32 levels', hint: null }]
  }
  const places = new Map<number, TextProblem>()
  for (const { code, pos, message } of complaints) {
    const [offset] = pos
    if (!places.has(offset)) places.set(offset, { offset, ...(words.get(code) ?? syntax(firstLine(message))) })
  }
  return [...places.values()]
}

/** The first directive (`%YAML`, `%TAG`) before the document, if there is one. */
export function directiveProblem(text: string): TextProblem | null {
  let offset = 0
  for (const line of text.split('\n')) {
    if (line.startsWith('%')) {
      return {
        offset,
        code: 'yaml.directive',
        message: `the directive \`${line.trimEnd().slice(0, 80)}\` is not accepted`,
        hint: 'remove it',
      }
    }
    if (!/^\s*(#|$)/.test(line)) return null
    offset += line.length + 1
  }
  return null
}

function firstLine(message: string): string {
  const line = message.split('\n')[0] ?? ''
  return line.charAt(0).toLowerCase() + line.slice(1)
}
