import { describe, expect, it } from 'vitest'
import { sampleFinding, sampleResource } from '../testing/sample-finding.js'
import { findingFields, resourceFields } from './field-table.js'
import { fieldNames, parseField, readField } from './fields.js'
import type { Finding, Resource } from './finding.js'

function read(name: string, finding: Partial<Finding> = {}, resource: Partial<Resource> | null = {}) {
  const target = resource === null ? null : sampleResource(resource)
  const field = parseField(name)
  return field === null ? null : readField(field, { finding: sampleFinding(finding), resource: target, now: 0 })
}

describe('parseField', () => {
  it('knows every field of the two lists', () => {
    const names = [...Object.keys(findingFields), ...Object.keys(resourceFields).map((name) => `resource.${name}`)]
    expect(names.filter((name) => parseField(name)?.name !== name)).toEqual([])
    expect(fieldNames).toEqual(expect.arrayContaining(names))
  })

  it.each([
    'severty',
    'Severity',
    'resource',
    'resource.',
    'resource.tag.a',
    'resource.tags',
    'resource.tags.',
    'resource.details',
    'resource.details.a..b',
    'asff:',
    'asff:.a',
    'asff:a.',
    'asff:a b',
    'asff:Resources[0].Id',
    'resource.details.a[].b',
    'xyz:a',
    'toString',
    'constructor',
    'resource.constructor',
    'asff:__proto__.a',
    'asff:a.constructor',
    'ocsf:toString',
    'resource.details.__proto__',
  ])('`%s` is no field', (name) => expect(parseField(name)).toBeNull())
})

describe('reading a field', () => {
  it.each([
    ['severity', { provenance: {} }, { kind: 'values', values: ['HIGH'], from: null }],
    ['types', { types: ['a', 'b'] }, { kind: 'values', values: ['a', 'b'], from: null }],
    ['types', { types: [] }, { kind: 'absent' }],
    ['severity', { severity: null }, { kind: 'absent' }],
    [
      'severity',
      { severity: null, unreadable: { severity: 'it is a list' } },
      { kind: 'unreadable', reason: 'it is a list' },
    ],
    ['title', { provenance: { title: 'Title' }, title: 'x' }, { kind: 'values', values: ['x'], from: 'Title' }],
    [
      'asff:Severity.Product',
      { raw: { Severity: { Product: 8 } } },
      { kind: 'values', values: [8], from: 'Severity.Product' },
    ],
    ['asff:R.Id', { raw: { R: [{ Id: 'a' }, { Id: 'b' }, {}] } }, { kind: 'values', values: ['a', 'b'], from: 'R.Id' }],
    ['asff:Severity', { raw: { Severity: {} } }, { kind: 'unreadable', reason: 'it is an object, not a value' }],
    ['ocsf:a', { raw: { a: 1 } }, { kind: 'absent' }],
  ])('`%s` of %j', (name, finding, expected) => expect(read(name, finding)).toEqual(expected))

  it.each([
    ['resource.name', {}, { kind: 'values', values: ['sg-0123'], from: null }],
    ['resource.tags.a.b', { tags: { 'a.b': 'x' } }, { kind: 'values', values: ['x'], from: 'Resources[0].Tags.a.b' }],
    ['resource.tags.constructor', { tags: {} }, { kind: 'absent' }],
    ['resource.tags.a', { tags: null }, { kind: 'absent' }],
    [
      'resource.tags.a',
      { tags: null, unreadable: { tags: 'it is a number' } },
      { kind: 'unreadable', reason: 'it is a number' },
    ],
    [
      'resource.tags.a',
      { tags: {}, unreadable: { 'tags.a': 'it is a list' } },
      { kind: 'unreadable', reason: 'it is a list' },
    ],
    [
      'resource.details.Ports',
      { details: { Ports: [22, 80] } },
      { kind: 'values', values: [22, 80], from: 'Resources[0].Details.AwsEc2SecurityGroup.Ports' },
    ],
    [
      'resource.details.a',
      { details: null, unreadable: { details: 'no JSON' } },
      { kind: 'unreadable', reason: 'no JSON' },
    ],
  ])('`%s` of a resource with %j', (name, resource, expected) => expect(read(name, {}, resource)).toEqual(expected))

  it('of a resource is absent where the finding has none', () => {
    expect(read('resource.id', {}, null)).toEqual({ kind: 'absent' })
  })
})
