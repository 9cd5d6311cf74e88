import { expect, it } from 'vitest'
import { own } from '../contracts/json.js'
import { valueAt } from '../contracts/pointer.js'
import { schemaFiles } from './document-schemas.js'

const shared = { match: { $ref: '#/$defs/deeper' }, deeper: { type: 'object' }, step: { type: 'object' }, unused: {} }
const files = schemaFiles(shared)

it('matches and steps are references that keep what is said of them', () => {
  expect(valueAt(files['rules.schema.json'] ?? {}, '/properties/rules/items/properties/steps/items')).toEqual({
    $ref: '#/$defs/step',
  })
  expect(valueAt(files['exceptions.schema.json'] ?? {}, '/properties/exceptions/items/properties/match')).toEqual({
    $ref: '#/$defs/match',
    description: expect.stringContaining('Every field must hold'),
  })
})

it('a file has the definitions that it refers to, and no others', () => {
  const names = (file: string) => Object.keys(own(files[file], '$defs') ?? {})
  expect(names('rules.schema.json')).toEqual(['match', 'deeper', 'step'])
  expect(names('exceptions.schema.json')).toEqual(['match', 'deeper'])
  expect(names('project.schema.json')).toEqual([])
})

it('the file of all kinds goes by `kind`', () => {
  expect(valueAt(files['redress.schema.json'] ?? {}, '/allOf/1')).toEqual({
    if: { type: 'object', properties: { kind: { const: 'Rules' } }, required: ['kind'] },
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
    then: { $ref: '#/$defs/Rules' },
  })
})
