import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import type { Parameter } from '../contracts/documents/playbook.js'
import type { Json } from '../contracts/json.js'
import { checkGiven, checkParameters, parametersSchema } from './check-parameters.js'

const source = () => null
const about = { description: 'D.' }
const messages = (list: readonly { readonly pointer: string; readonly code: string; readonly message: string }[]) =>
  list.map(({ pointer, code, message }) => `${pointer} ${code}: ${message}`)

describe('what is given', () => {
  const schema = Type.Object({ name: Type.String(), size: Type.Optional(Type.Integer()) })

  it('must fit, and may not have keys that are not listed even if the schema allows more', () => {
    expect(messages(checkGiven(schema, { size: 'x', nam: 1 }, '/w', source))).toEqual([
      '/w rules.parameter: `name` is missing',
      '/w/nam rules.parameter: the key `nam` is not known here',
      '/w/size rules.parameter: `size` must be a whole number, and is text',
    ])
  })

  it('may be filled in later', () => {
    expect(checkGiven(schema, { name: '${a}', size: '${b}' }, '/w', source)).toEqual([])
  })

  it('keeps the advice to quote', () => {
    expect(checkGiven(schema, { name: 5 }, '/w', () => '5')).toMatchObject([
      { code: 'yaml.unquoted', hint: 'quote it: "5"' },
    ])
  })
})

describe('parameters of a playbook', () => {
  const parameters: { readonly [name: string]: Parameter } = {
    needed: { type: 'integer', ...about },
    preset: { type: 'string', default: 'a', ...about },
    found: { type: 'string', securityHub: 'x', ...about },
    list: { type: 'integer-list', default: [1], minimum: 1, maximum: 3, ...about },
    one: { type: 'string', default: 'a', enum: ['a', 'b'], ...about },
    flag: { type: 'boolean', default: true, ...about },
  }

  it.each<[string, { readonly [name: string]: Json }, readonly string[]]>([
    ['only what is needed', { needed: 1 }, []],
    ['all', { needed: 1, preset: 'b', found: 'c', list: [1, 3], one: 'b', flag: false }, []],
    ['nothing', {}, ['/w rules.parameter: `needed` is missing']],
    [
      'a number out of bounds',
      { needed: 1, list: [4] },
      ['/w/list/0 rules.parameter: `list[0]` must be at most 3, not `4`'],
    ],
    ['another value', { needed: 1, one: 'c' }, ['/w/one rules.parameter: `c` is not one of `a`, `b`']],
    [
      'text for a boolean',
      { needed: 1, flag: 'yes' },
      ['/w/flag rules.parameter: `flag` must be `true` or `false`, and is text'],
    ],
  ])('take %s', (_, given, expected) => {
    expect(messages(checkGiven(parametersSchema(parameters), given, '/w', source))).toEqual(expected)
  })

  it('that are sound have no problems', () => {
    expect(checkParameters(parameters, '/p', source)).toEqual([])
  })

  it.each<[string, Parameter, readonly string[]]>([
    [
      'a default of another type',
      { type: 'integer', default: 'a', ...about },
      ['/p/x/default rules.parameter: `default` must be a whole number, and is text'],
    ],
    [
      'a default out of bounds',
      { type: 'integer', default: 9, maximum: 3, ...about },
      ['/p/x/default rules.parameter: `default` must be at most 3, not `9`'],
    ],
    [
      'a default that does not fit the pattern',
      { type: 'string', default: 'A', pattern: '^a$', ...about },
      ['/p/x/default rules.parameter: `A` is not a valid `default`'],
    ],
    [
      'a default that is not allowed',
      { type: 'string', default: 'c', enum: ['a', 'b'], ...about },
      ['/p/x/default rules.parameter: `c` is not one of `a`, `b`'],
    ],
    [
      'an allowed value of another type',
      { type: 'integer', enum: ['a'], ...about },
      ['/p/x/enum/0 rules.parameter: `enum[0]` must be a whole number, and is text'],
    ],
    [
      'an item of another type',
      { type: 'string-list', default: ['a', 5], ...about },
      ['/p/x/default/1 yaml.unquoted: `default[1]` must be text, and `5` is read as a number'],
    ],
    [
      'a pattern that is none',
      { type: 'string', pattern: '(', ...about },
      ['/p/x/pattern rules.pattern: the pattern `(` does not compile'],
    ],
    [
      'a pattern that looks back',
      { type: 'string', pattern: '(a)\\1', ...about },
      ['/p/x/pattern rules.pattern: the pattern `(a)\\1` does not compile'],
    ],
  ])('are checked: %s', (_, parameter, expected) => {
    expect(messages(checkParameters({ x: parameter }, '/p', source))).toEqual(expected)
  })
})
