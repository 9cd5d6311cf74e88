import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { isJsonObject, own } from './contracts/json.js'
import { valueAt } from './contracts/pointer.js'
import { editorSchemas } from './editor-schemas.js'
import { readYaml } from './rules/read-yaml.js'
import { fileActions, sampleFiles } from './testing/sample-files.js'

const schemas = editorSchemas(fileActions)
const files = Object.entries(schemas)
const ajv = () => new Ajv2020({ strict: true, allErrors: true, strictTypes: true, strictRequired: true })
const any = ajv().compile(schemas['redress.schema.json'] ?? false)

const rule = (rule: object) => ({
  apiVersion: 'redress/v1',
  kind: 'Rules',
  rules: [{ id: 'a', match: { control: 'S3.8' }, steps: [{ use: 'playbook' }], ...rule }],
})
const step = (use: string, given?: object) =>
  rule({ steps: [{ use, ...(given === undefined ? {} : { with: given }) }] })

it('there is one schema for each kind and one for all', () => {
  expect(Object.keys(schemas)).toEqual([
    'project.schema.json',
    'rules.schema.json',
    'exceptions.schema.json',
    'playbook.schema.json',
    'playbook-test.schema.json',
    'rule-test.schema.json',
    'standard.schema.json',
    'redress.schema.json',
  ])
})

it.each(files)('%s is sound JSON Schema 2020-12, strictly read', (_, schema) => {
  const judge = ajv()
  expect(judge.validateSchema(schema)).toBe(true)
  expect(() => judge.compile(schema)).not.toThrow()
})

it.each(files)('%s describes every key of the documents', (_, schema) => {
  const bare: string[] = []
  const visit = (node: unknown, path: string) => {
    if (!isJsonObject(node) && !Array.isArray(node)) return
    for (const [key, value] of Object.entries(node)) {
      if (key === '$defs' || key === 'if' || key === 'allOf') continue
      if (path.endsWith('/properties') && own(value, 'description') === undefined) bare.push(`${path}/${key}`)
      visit(value, `${path}/${key}`)
    }
  }
  visit(schema, '')
  expect(bare.filter((path) => !['/properties/kind', '/properties/apiVersion'].includes(path))).toEqual([])
})

describe('the schema of all kinds', () => {
  it.each([...sampleFiles])('accepts %s', (file, text) => {
    const value = readYaml(file, text).document?.value
    expect([any(value), any.errors]).toEqual([true, null])
  })

  it.each([
    ['a step with its parameters', step('s3.block-public-access', { bucket: 'logs' })],
    ['a template in place of text', step('s3.block-public-access', { bucket: '${resource.name}' })],
    ['a template in place of a number', step('s3.set-versioning', { bucket: 'abc', days: '${parameters.days}' })],
    [
      'a template inside a list',
      step('ec2.revoke-security-group-rules', { groupId: 'sg-0', rules: { ports: ['${a}'] } }),
    ],
    ['a playbook by its id', step('playbook/EC2.2@1', { anything: 1 })],
    [
      'operators that fit their fields',
      rule({ match: { severity: { 'at-least': 'HIGH' }, severityScore: { numeric: ['>', 5] } } }),
    ],
    [
      'nested matches',
      rule({ match: { any: [{ 'resource.tags.a': ['b', { prefix: 'c' }] }, { all: [{ 'asff:A.B': 1 }] }] } }),
    ],
  ])('accepts %s', (_, document) => {
    expect([any(document), any.errors]).toEqual([true, null])
  })

  it.each([
    ['an unknown kind', { apiVersion: 'redress/v1', kind: 'Rule' }, '/kind'],
    ['an unknown action', step('s3.nope'), '/rules/0/steps/0/use'],
    ['an unknown parameter', step('s3.block-public-access', { bucket: 'logs', bukket: 'x' }), '/rules/0/steps/0/with'],
    ['a missing parameter', step('s3.block-public-access', {}), '/rules/0/steps/0/with'],
    ['parameters that are missing as a whole', step('s3.block-public-access'), '/rules/0/steps/0'],
    ['a number that is text', step('s3.set-versioning', { bucket: 'abc', days: 'ten' }), '/rules/0/steps/0/with/days'],
    ['an unknown field', rule({ match: { sevrity: 'HIGH' } }), '/rules/0/match'],
    [
      'an operator on a field of another kind',
      rule({ match: { severity: { cidr: '192.0.2.0/24' } } }),
      '/rules/0/match/severity',
    ],
    ['two operators', rule({ match: { title: { prefix: 'a', suffix: 'b' } } }), '/rules/0/match/title'],
    ['a label that does not exist', rule({ match: { severity: 'HIHG' } }), '/rules/0/match/severity'],
    ['a control that does not exist', rule({ match: { control: 'S3.888' } }), '/rules/0/match/control'],
  ])('refuses %s', (_, document, place) => {
    expect(any(document)).toBe(false)
    expect(any.errors?.map(({ instancePath }) => instancePath)).toContain(place)
  })
})

it('completes the parameters of each action', () => {
  const branch = valueAt(schemas['rules.schema.json'] ?? {}, '/$defs/step/allOf/3')
  expect(branch).toMatchObject({
    if: { properties: { use: { const: 'notify.sns' } } },
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
    then: { properties: { with: { properties: { topicArn: {}, text: {} } } }, required: ['with'] },
  })
})
