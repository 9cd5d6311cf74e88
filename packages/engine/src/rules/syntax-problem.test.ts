import { expect, it } from 'vitest'
import { YAMLParseError, YAMLWarning } from 'yaml'
import { directiveProblem, syntaxProblems } from './syntax-problem.js'

const error = (code: 'TAB_AS_INDENT' | 'TAG_RESOLVE_FAILED' | 'RESOURCE_EXHAUSTION' | 'BAD_ALIAS', at: number) =>
  new YAMLParseError([at, at + 1], code, 'The parser says:\nmore')

it('errors are said in our words, or in the parser’s first line', () => {
  expect(syntaxProblems([error('TAB_AS_INDENT', 3), error('BAD_ALIAS', 5), error('TAG_RESOLVE_FAILED', 9)])).toEqual([
    { offset: 3, code: 'yaml.syntax', message: 'a tab cannot indent', hint: 'indent with spaces' },
    { offset: 5, code: 'yaml.syntax', message: 'the parser says:', hint: null },
    { offset: 9, code: 'yaml.tag', message: 'a tag is not accepted', hint: 'remove it' },
  ])
})

it('warnings are said as errors are', () => {
  expect(syntaxProblems([new YAMLWarning([1, 2], 'BAD_ALIAS', 'Odd')])).toEqual([
    { offset: 1, code: 'yaml.syntax', message: 'odd', hint: null },
  ])
})

it('one place has one problem, the first', () => {
  expect(syntaxProblems([error('TAB_AS_INDENT', 3), error('BAD_ALIAS', 3)])).toMatchObject([
    { message: 'a tab cannot indent' },
  ])
})

it('a parser that ran out of stack is told as nesting alone', () => {
  expect(syntaxProblems([error('TAB_AS_INDENT', 3), error('RESOURCE_EXHAUSTION', 5)])).toEqual([
    { offset: 0, code: 'yaml.too-deep', message: 'the nesting is deeper than 32 levels', hint: null },
  ])
})

it.each([
  ['%YAML 1.1\n---\n', 0],
  ['# c\n\n   \n%TAG ! x\n---\n', 9],
  ['# c\r\n%YAML 1.2\r\n---\r\n', 5],
])('the directive of %j is at %i', (text, offset) => {
  expect(directiveProblem(text)?.offset).toBe(offset)
})

it.each(['a: 1\n%YAML 1.1\n', '', '# %YAML\n', ' %x'])('%j has no directive', (text) => {
  expect(directiveProblem(text)).toBeNull()
})
