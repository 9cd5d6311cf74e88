import { expect, it } from 'vitest'
import { Lexer } from 'yaml'
import { tooDeep } from './too-deep.js'

const judged = (text: string) => tooDeep([...new Lexer().lex(text)])

const ladder = Array.from({ length: 400 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')

it.each([
  ['lists in each other', '['.repeat(301)],
  ['mappings in each other', '{a: '.repeat(301)],
  ['both, inside a document', `rules:\n  - with: ${'[{'.repeat(200)}`],
  ['dashes on one line', '- '.repeat(301)],
  ['keys below each other', ladder],
])('%s are too deep', (_, text) => {
  expect(judged(text)).toEqual({
    offset: 0,
    code: 'yaml.too-deep',
    message: 'the nesting is deeper than 32 levels',
    hint: null,
  })
})

it.each([
  ['a document', 'rules:\n  - id: a\n    match: { control: [S3.8] }\n'],
  ['a long list', '- [1, 2]\n'.repeat(2_000)],
  ['a long line', `a: { ${'b: [1], '.repeat(2_000)} }`],
  ['brackets in text', `a: "${'['.repeat(2_000)}"\nb: |\n  ${'['.repeat(2_000)}\n# ${'['.repeat(2_000)}\n`],
  ['a text that stands far to the right', `a: |\n${' '.repeat(400)}- b\n`],
  ['a list that is continued far to the right', `a: [1,\n${' '.repeat(400)}2]\n`],
  ['a long text with a key below it', `a: >-\n  ${'word '.repeat(100)}\nb:\n  - c: 1\n`],
  ['an empty text', ''],
])('%s is not', (_, text) => expect(judged(text)).toBeNull())
