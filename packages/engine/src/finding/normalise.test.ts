import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatOf, normalise } from './normalise.js'

const asff = { SchemaVersion: '2018-10-08', Id: 'x', Resources: [] }

describe('normalising', () => {
  it.each([
    [asff, 'asff'],
    [{ Id: 'x', Resources: [] }, 'asff'],
    [{ ProductArn: 'x' }, 'asff'],
    [{ class_uid: 2003 }, 'ocsf'],
    [{ finding_info: {} }, 'ocsf'],
    [{ id: 'x' }, null],
    [[], null],
    [null, null],
    ['text', null],
  ])('takes %j for %s', (value, format) => expect(formatOf(value)).toBe(format))

  it('refuses what is neither format', () => {
    expect(normalise({ hello: 1 }, 'file')).toEqual({
      kind: 'refused',
      refusal: { code: 'finding.not-a-finding', message: 'the value is neither ASFF nor OCSF' },
    })
  })

  it.each([
    [31, 'finding'],
    [32, 'finding'],
    [33, 'refused'],
  ])('of a finding with %d resources gives a %s', (count, kind) => {
    const resources = Array.from({ length: count }, (_, index) => ({ Id: `i-${index}`, uid: `i-${index}` }))
    const results = [
      normalise({ ...asff, Resources: resources }, 'file'),
      normalise({ class_uid: 2003, finding_info: { uid: 'x' }, resources }, 'file'),
    ]
    for (const result of results) {
      expect(result.kind).toBe(kind)
      if (result.kind === 'refused') {
        const message = 'the finding has 33 resources; 32 are allowed'
        expect(result.refusal).toEqual({ code: 'finding.too-large', message })
      }
    }
  })

  it('keeps text as it stands: other scripts, line breaks, empty values where none are allowed', () => {
    const body = { ...asff, Id: 'größe/数 (1)', Description: 'a\nb', ProductFields: { evidence: '' } }
    const result = normalise(body, 'file')
    expect(result).toMatchObject({ finding: { id: 'größe/数 (1)', description: 'a\nb', raw: body } })
  })

  it('treats names of prototype members as data and leaves prototypes alone', () => {
    const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":2}'
    const tags = '{"__proto__":"a","constructor":"b"}'
    const resource = `{"Id":"y","Tags":${tags},"Details":${evil},"__proto__":{"Type":"AwsS3Bucket"}}`
    const text = `{"Id":"x","Resources":[${resource}],"Workflow":{"__proto__":{"Status":"RESOLVED"}},"Note":${evil}}`
    const before = Object.getOwnPropertyNames(Object.prototype)
    const result = normalise(JSON.parse(text), 'file')
    expect(result).toMatchObject({ finding: { workflow: 'NEW', note: null, resources: [{ type: null }] } })
    const [first] = result.kind === 'finding' ? result.finding.resources : []
    expect(Object.entries(first?.tags ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  const member = fc.oneof(fc.jsonValue(), fc.constantFrom('__proto__', 'arn:aws:s3:::b', '2026-01-15', '123456789012'))
  const resource = fc.record(
    Object.fromEntries(
      ['Id', 'Type', 'Region', 'Partition', 'Tags', 'Details', 'Owner', 'uid', 'uid_alt', 'type', 'tags', 'data'].map(
        (key) => [key, key === 'Id' || key === 'uid' ? fc.oneof(fc.string(), member) : member],
      ),
    ),
    { requiredKeys: [] },
  )
  const names = [
    ...['Id', 'ProductArn', 'Severity', 'Compliance', 'Workflow', 'RecordState', 'Types', 'UpdatedAt', 'AwsAccountId'],
    ...[
      'Region',
      'GeneratorId',
      'Note',
      'ProductFields',
      'Criticality',
      'class_uid',
      'finding_info',
      'cloud',
      'metadata',
    ],
    ...['compliance', 'severity_id', 'status_id', 'unmapped', 'comment', 'time', 'resource'],
  ]
  const finding = fc.record(
    {
      ...Object.fromEntries(names.map((name) => [name, member])),
      Resources: fc.oneof(fc.array(resource), member),
      resources: fc.oneof(fc.array(resource), member),
    },
    { requiredKeys: [] },
  )
  const shaped = fc.oneof(
    finding,
    finding.map((body) => ({ ...body, Id: 'x', Resources: [{ Id: 'y', ...body }], class_uid: undefined })),
    finding.map((body) => ({ ...body, class_uid: 2003, finding_info: { ...body, uid: 'x' }, resources: [] })),
  )

  it('never throws, and explains every refusal in one line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), shaped), (value) => {
        const result = normalise(value, 'file')
        if (result.kind === 'refused') expect(result.refusal.message).toMatch(/^[^\n]+$/)
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same for the same, does not change what it is given, and never has a value that is also unreadable', () => {
    fc.assert(
      fc.property(shaped, (value) => {
        const before = JSON.stringify(value)
        const result = normalise(value, 'file')
        expect(JSON.stringify(value)).toBe(before)
        expect(normalise(value, 'file')).toEqual(result)
        if (result.kind === 'refused') return
        for (const part of [result.finding, ...result.finding.resources]) {
          for (const field of Object.keys(part.unreadable)) {
            if (Object.hasOwn(part, field) && field !== 'controlParameters') expect(Reflect.get(part, field)).toBeNull()
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
