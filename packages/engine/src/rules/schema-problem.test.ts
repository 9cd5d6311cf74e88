import type { ErrorObject } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { schemaProblem } from './schema-problem.js'

const error = (keyword: string, params: Record<string, unknown>, parentSchema: object = {}): ErrorObject => ({
  keyword,
  params,
  parentSchema,
  instancePath: '',
  schemaPath: '',
  message: 'must be good',
})

it.each<[string, ErrorObject, Json, string, string | null]>([
  ['a key', error('additionalProperties', { additionalProperty: 'a' }), {}, 'the key `a` is not known here', null],
  [
    'a name',
    error('additionalProperties', { additionalProperty: 'A' }, { patternProperties: { '^[a-z]$': {} } }),
    {},
    '`A` cannot be a name here',
    'a name must fit `^[a-z]$`',
  ],
  ['a missing key', error('required', { missingProperty: 'a' }), {}, '`a` is missing', 'add `a`'],
  [
    'a boolean',
    error('type', { type: 'boolean' }),
    'off',
    '`x` must be `true` or `false`, and is text',
    'write `false`',
  ],
  ['a constant', error('const', {}, { const: 1 }), 2, '`x` must be `1`, not `2`', null],
  [
    'one of some',
    error('enum', {}, { enum: ['ab', 'cd'] }),
    'ac',
    '`ac` is not one of `ab`, `cd`',
    'did you mean `ab`?',
  ],
  ['a pattern', error('pattern', { pattern: '^a$' }), 'b', '`b` is not a valid `x`', 'it must fit `^a$`'],
  [
    'a pattern of a secret',
    error('pattern', { pattern: '^a$' }, { writeOnly: true }),
    'b',
    'the secret here is not a valid `x`',
    'it must fit `^a$`',
  ],
  ['an empty text', error('minLength', { limit: 1 }), '', '`x` is empty', null],
  ['an empty mapping', error('minProperties', { limit: 1 }), {}, '`x` is empty', null],
  ['a full mapping', error('maxProperties', { limit: 1 }), {}, '`x` holds more than 1 items', null],
  ['what has no words', error('format', {}), 'a', '`x` must be good', null],
])('is said of %s', (_, found, value, message, hint) => {
  expect(schemaProblem(found, value, '/x', undefined)).toMatchObject({ message, hint })
})

it('a boolean is told to be quoted only where text must stand', () => {
  expect(schemaProblem(error('type', { type: 'string' }), true, '/x', undefined).code).toBe('yaml.unquoted')
  expect(schemaProblem(error('type', { type: 'array' }), true, '/x', undefined).code).toBe('document.type')
})
