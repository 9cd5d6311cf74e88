import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { checkParams } from './check-params.js'
import type { JsonObject } from './json.js'

const schema = Type.Object({
  name: Type.String({ pattern: '^[a-z]+$' }),
  days: Type.Optional(Type.Integer({ minimum: 1 })),
  text: Type.Optional(Type.String()),
})
const loose = Type.Object({ user: Type.String() })

describe('checkParams', () => {
  it.each<[JsonObject, string | null]>([
    [{ name: 'a' }, null],
    [{ name: 'a', days: 1 }, null],
    [{ name: 'a', text: '' }, null],
    [{}, '`name`: expected required property'],
    [{ name: 7 }, '`name`: expected string'],
    [{ name: 'A' }, "`name`: expected string to match '^[a-z]+$'"],
    [{ name: 'a', days: '1' }, '`days`: expected integer'],
    [{ name: 'a', other: 1 }, '`other`: unexpected property'],
    [{ name: 'a', constructor: 1 }, '`constructor`: unexpected property'],
  ])('%j: %s', (params, message) => {
    expect(checkParams(schema, params)).toBe(message)
  })

  it('refuses an empty text that is required, and members that the schema merely forgot to forbid', () => {
    expect(checkParams(loose, { user: '' })).toBe('`user`: must not be empty')
    expect(checkParams(loose, { user: 'alice', key: 'x' })).toBe('`key`: unexpected property')
  })
})
