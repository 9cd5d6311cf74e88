import { Type } from '@sinclair/typebox'
import { expect, it } from 'vitest'
import { jsonSchema } from './json-schema.js'

it('drops what is not JSON and keeps the rest', () => {
  const schema = Type.Object({ a: Type.Optional(Type.String({ description: 'A.' })) }, { additionalProperties: false })
  expect(jsonSchema(schema)).toStrictEqual({
    type: 'object',
    properties: { a: { type: 'string', description: 'A.' } },
    additionalProperties: false,
  })
})

it('writes tuples with `prefixItems`, also inside other schemas', () => {
  const pair = Type.Tuple([Type.String(), Type.Number()])
  expect(jsonSchema(Type.Array(pair))).toStrictEqual({
    type: 'array',
    items: {
      type: 'array',
      prefixItems: [{ type: 'string' }, { type: 'number' }],
      items: false,
      minItems: 2,
      maxItems: 2,
    },
  })
})
