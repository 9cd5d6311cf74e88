import { type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { checkSchema } from './check-schema.js'

const closed = { additionalProperties: false }
const channel = Type.Union([
  Type.Object({ type: Type.Literal('sns'), arn: Type.String() }, closed),
  Type.Object({ type: Type.Union([Type.Literal('slack'), Type.Literal('teams')]), url: Type.String() }, closed),
])
const schema = Type.Object(
  {
    name: Type.Optional(Type.String({ pattern: '^[a-z]+$', description: 'Lower-case letters.' })),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
    ratio: Type.Optional(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })),
    list: Type.Optional(Type.Array(Type.String(), { minItems: 2, maxItems: 3, uniqueItems: true })),
    code: Type.Optional(Type.String({ minLength: 3, maxLength: 4 })),
    either: Type.Optional(Type.Union([Type.Literal('all'), Type.Array(Type.Integer())])),
    channel: Type.Optional(channel),
    channels: Type.Optional(Type.Array(channel)),
    pair: Type.Optional(Type.Tuple([Type.String(), Type.Number()])),
    // Bounded, because judges differ about multiples among numbers that a float does not hold exactly.
    multiple: Type.Optional(Type.Integer({ multipleOf: 5, minimum: -1_000_000, maximum: 1_000_000 })),
  },
  closed,
)

const said = (value: Json, options = {}) =>
  checkSchema(schema, value, '/x', options).map(
    ({ pointer, at, code, message, hint }) =>
      `${pointer} ${at} ${code}: ${message}${hint === null ? '' : ` | ${hint}`}`,
  )

describe('a value that does not fit', () => {
  it.each<[string, Json, readonly string[]]>([
    ['nothing', {}, []],
    ['everything', { name: 'a', count: 9, list: ['a', 'b'], either: [1], pair: ['a', 1] }, []],
    ['no mapping', [], ['/x value document.type: `x` must be a mapping, and is a list']],
    [
      'an unknown key',
      { nam: 'a' },
      ['/x/nam key document.unknown-key: the key `nam` is not known here | did you mean `name`?'],
    ],
    [
      'a key that needs escaping',
      { 'a/b~c': 1 },
      [
        '/x/a~1b~0c key document.unknown-key: the key `a/b~c` is not known here | the keys are `name`, `count`, `ratio`, `list`, `code`, `either`, `channel`, `channels`, `pair`, `multiple`',
      ],
    ],
    [
      'a pattern',
      { name: 'A' },
      ['/x/name value document.value: `A` is not a valid `name` | Lower-case letters; it must fit `^[a-z]+$`'],
    ],
    ['too small a number', { count: 0 }, ['/x/count value document.value: `count` must be at least 1, not `0`']],
    ['too great a number', { count: 10 }, ['/x/count value document.value: `count` must be at most 9, not `10`']],
    ['a bound that is excluded', { ratio: 0 }, ['/x/ratio value document.value: `ratio` must be more than 0, not `0`']],
    ['the other bound', { ratio: 1 }, ['/x/ratio value document.value: `ratio` must be less than 1, not `1`']],
    ['a fraction', { count: 1.5 }, ['/x/count value document.type: `count` must be a whole number, and is a number']],
    ['too short a list', { list: ['a'] }, ['/x/list value document.value: `list` holds fewer than 2 items']],
    [
      'too long a list',
      { list: ['a', 'b', 'c', 'd'] },
      ['/x/list value document.too-many: `list` holds more than 3 items'],
    ],
    ['an item twice', { list: ['a', 'a'] }, ['/x/list value document.value: `list` holds the same item twice']],
    ['too short a text', { code: 'ab' }, ['/x/code value document.value: `code` is shorter than 3 characters']],
    ['too long a text', { code: 'abcde' }, ['/x/code value document.value: `code` is longer than 4 characters']],
    [
      'a rule without words of ours',
      { multiple: 3 },
      ['/x/multiple value document.value: `multiple` must be multiple of 5'],
    ],
    ['one sort of two', { either: 'most' }, ['/x/either value document.value: `either` must be `all`, not `most`']],
    [
      'neither sort of two',
      { either: { a: 1 } },
      ['/x/either value document.type: `either` must be text or a list, and is a mapping'],
    ],
    [
      'an item of one sort of two',
      { either: [1, 'a'] },
      ['/x/either/1 value document.type: `either[1]` must be a whole number, and is text'],
    ],
    [
      'a branch by its constant',
      { channel: { type: 'teams', ur: 'x' } },
      [
        '/x/channel key document.missing-key: `url` is missing | add `url`',
        '/x/channel/ur key document.unknown-key: the key `ur` is not known here | did you mean `url`?',
      ],
    ],
    [
      'a constant of no branch',
      { channel: { type: 'slak' } },
      ['/x/channel/type value document.value: `slak` is not one of `sns`, `slack`, `teams` | did you mean `slack`?'],
    ],
    [
      'a branch without its constant',
      { channel: { url: 'x' } },
      ['/x/channel key document.missing-key: `type` is missing | add `type`: one of `sns`, `slack`, `teams`'],
    ],
    [
      'only the wrong ones of several',
      { channels: [{ type: 'sns', arn: 'a' }, { type: 'x' }, 'y'] },
      [
        '/x/channels/1/type value document.value: `x` is not one of `sns`, `slack`, `teams`',
        '/x/channels/2 value document.type: `channels[2]` must be a mapping, and is text',
      ],
    ],
    ['a tuple', { pair: ['a', 'b'] }, ['/x/pair/1 value document.type: `pair[1]` must be a number, and is text']],
  ])('is told of with its place: %s', (_, value, expected) => {
    expect(said(value)).toEqual(expected)
  })

  it('is told to be quoted as it is written', () => {
    const source = (pointer: string) => (pointer === '/x/name' ? '1.5' : null)
    expect(said({ name: 1.5, code: true }, { source })).toEqual([
      '/x/name value yaml.unquoted: `name` must be text, and `1.5` is read as a number | quote it: "1.5"',
      '/x/code value yaml.unquoted: `code` must be text, and `true` is read as true or false | quote it: "true"',
    ])
  })
})

describe('templates', () => {
  it.each<[string, Json, number]>([
    ['text in place of a number', { count: '${a}' }, 0],
    ['text in place of a list', { list: '${a}' }, 0],
    ['text in place of an item', { either: ['${a}'] }, 0],
    ['text in place of a branch', { channel: '${a}' }, 0],
    ['text in place of a constant', { channel: { type: '${a}' } }, 0],
    ['text that does not fit a pattern', { name: 'A-${a}' }, 0],
    ['a literal that looks like one', { count: '$${a}' }, 1],
    ['a key', { '${a}': 1 }, 1],
  ])('are accepted as values: %s', (_, value, count) => {
    expect(said(value, { templates: true })).toHaveLength(count)
    expect(said(value).length).toBeGreaterThan(0)
  })
})

describe('patterns', () => {
  it('of two schemas are not mistaken for each other', () => {
    const fits = (pattern: string, text: string) => checkSchema(Type.String({ pattern }), text).length === 0
    expect([fits('^a$', 'a'), fits('^b$', 'a'), fits('^b$', 'b'), fits('^a$', 'a\n')]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})

it('finds no prototype members: a key that is missing is missing, and one that is not known is not', () => {
  const needs: TSchema = Type.Object({ constructor: Type.String() }, closed)
  expect(checkSchema(needs, {})).toMatchObject([{ code: 'document.missing-key' }])
  expect(checkSchema(Type.Object({}, closed), { toString: 1 })).toMatchObject([{ code: 'document.unknown-key' }])
})

describe('of any value', () => {
  const small = fc.oneof(
    fc.constantFrom('', 'a', 'abc', 'all', 'sns', 'slack', '${a}'),
    fc.integer({ min: -1, max: 10 }),
  )
  const part = fc.oneof(
    small,
    fc.array(small, { maxLength: 4 }),
    fc.record({ type: small, arn: small, url: small }, { requiredKeys: [] }),
    fc.jsonValue({ maxDepth: 2 }),
  )
  const keys = Object.keys(schema.properties)
  const candidates = fc.oneof(fc.dictionary(fc.constantFrom(...keys), part, { maxKeys: 2 }), fc.jsonValue())

  it('something is said exactly when it does not fit, as another judge of the schema has it', () => {
    fc.assert(
      fc.property(candidates, (candidate) => {
        const value: Json = JSON.parse(JSON.stringify(candidate))
        expect(checkSchema(schema, value).length === 0).toBe(Value.Check(schema, value))
      }),
      { numRuns: 1_000 },
    )
  })
})
