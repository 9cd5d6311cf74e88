import { Type } from '@sinclair/typebox'
import { expect, it } from 'vitest'
import { valueAt } from '../contracts/pointer.js'
import { fileActions } from '../testing/sample-files.js'
import { stepSchemas } from './step-schema.js'

const schemas = stepSchemas(fileActions)

it('`use` completes actions by name, channels and playbooks', () => {
  expect(valueAt(schemas, '/step/properties/use/anyOf/0/enum')).toEqual([
    'playbook',
    'ec2.revoke-security-group-rules',
    'finding.note',
    'notify.channel',
    'notify.sns',
    's3.block-public-access',
    's3.set-versioning',
  ])
})

it('`with` takes the parameters of the action, each or a template, and nothing else', () => {
  const params = valueAt(schemas, '/step/allOf/4/then/properties/with')
  expect(params).toMatchObject({
    additionalProperties: false,
    required: ['bucket'],
    properties: {
      bucket: {
        description: 'Name of the bucket.',
        anyOf: [{ type: 'string', pattern: '^[a-z0-9.-]{3,63}$' }, { $ref: '#/$defs/template' }],
      },
    },
  })
})

it('templates may stand at any depth of a parameter', () => {
  const ports = valueAt(schemas, '/step/allOf/0/then/properties/with/properties/rules/anyOf/1/properties/ports')
  expect(ports).toEqual({
    anyOf: [
      { type: 'array', items: { anyOf: [{ type: 'integer' }, { $ref: '#/$defs/template' }] } },
      { $ref: '#/$defs/template' },
    ],
  })
})

it('an action without needed parameters needs no `with`', () => {
  const [action] = fileActions
  const free = action === undefined ? [] : [{ ...action, name: 'a', params: Type.Object({}) }]
  expect(valueAt(stepSchemas(free), '/step/allOf/0/then')).toEqual({
    type: 'object',
    properties: { with: { type: 'object', properties: {}, additionalProperties: false } },
  })
})
