import { expect, it } from 'vitest'
import { formatProblem, RedressError } from './problem.js'

const problem = {
  file: 'rules/a.yaml',
  line: 3,
  column: 7,
  code: 'rules.unknown-field',
  message: 'unknown field `x`',
} as const

it('a problem is told with its place and code, and its hint below', () => {
  expect(formatProblem({ ...problem, hint: null })).toBe('rules/a.yaml:3:7 unknown field `x` (rules.unknown-field)')
  expect(formatProblem({ ...problem, hint: 'did you mean `y`?' })).toBe(
    'rules/a.yaml:3:7 unknown field `x` (rules.unknown-field)\n  did you mean `y`?',
  )
})

it('an error carries its code, hint, problems and cause', () => {
  const cause = new Error('below')
  const error = new RedressError('usage.input', 'no', { hint: 'try', cause, problems: [{ ...problem, hint: null }] })
  expect(error).toMatchObject({ name: 'RedressError', code: 'usage.input', message: 'no', hint: 'try', cause })
  expect(error.problems).toHaveLength(1)
  expect(new RedressError('usage.input', 'no')).toMatchObject({ hint: null, problems: [] })
})
