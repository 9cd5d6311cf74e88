import { expect, it } from 'vitest'
import { unquotedProblem } from './unquoted.js'

it('says how to quote what is written', () => {
  expect(unquotedProblem(10, '/rules/0/title', () => '1e1')).toEqual({
    pointer: '/rules/0/title',
    at: 'value',
    code: 'yaml.unquoted',
    message: '`title` must be text, and `1e1` is read as a number',
    hint: 'quote it: "1e1"',
  })
})

it('falls back to the value where nothing was written, as in JSON', () => {
  expect(unquotedProblem(false, '/a')).toMatchObject({ hint: 'quote it: "false"' })
})

it.each(['text', null, [], {}])('has nothing to say of %j', (value) => {
  expect(unquotedProblem(value, '/a')).toBeNull()
})
