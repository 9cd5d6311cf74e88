import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { ocsfResources } from './ocsf-resource.js'

const arn = 'arn:aws:s3:::logs'
const idOf = (resource: Json) => {
  const resources = ocsfResources({ resources: [resource] })
  return 'code' in resources ? resources.message : resources[0]?.id
}

describe('resources of OCSF', () => {
  it.each([
    [{ uid: 'logs', uid_alt: arn }, arn],
    [{ uid: arn, uid_alt: 'logs' }, arn],
    [{ uid: 'logs', uid_alt: 'other', name: 'n' }, 'logs'],
    [{ name: 'logs' }, 'logs'],
    [{ uid: ' ', name: 'logs' }, 'logs'],
    [
      { uid: '123456789012', uid_alt: 'arn:aws:guardduty:eu-west-1:123456789012:detector/0', type: 'AWS::::Account' },
      '123456789012',
    ],
    [{ uid: 7 }, '`resources[0].uid` is missing'],
    [null, '`resources[0]` is not an object'],
  ])('%j is called %s', (resource, id) => expect(idOf(resource)).toBe(id))

  it('are a list, a single one, or none', () => {
    expect(ocsfResources({})).toEqual([])
    expect(ocsfResources({ resource: null, resources: [] })).toEqual([])
    expect(ocsfResources({ resource: { uid: 'a' } })).toMatchObject([{ id: 'a', provenance: { id: 'resource.uid' } }])
    expect(ocsfResources({ resource: null, resources: [{ uid: 'a' }, { uid: 'b' }] })).toMatchObject([
      { id: 'a' },
      { id: 'b' },
    ])
  })

  it.each([
    [{ a: 1 }, { a: 1 }, undefined],
    ['{"a":{"b":[1]}}', { a: { b: [1] } }, undefined],
    ['', null, undefined],
    ['{"a":', null, '`resources[0].data` is not JSON'],
    ['[1]', null, '`resources[0].data` is not the text of an object'],
    [7, null, '`resources[0].data` is not an object'],
    [`{"a":${'['.repeat(100)}${']'.repeat(100)}}`, null, '`resources[0].data` is nested deeper than 64 levels'],
  ])('with the data %j have the details %j', (data, details, reason) => {
    const resources = ocsfResources({ resources: [{ uid: 'a', data }] })
    expect(resources).toMatchObject([{ details }])
    expect('code' in resources ? null : resources[0]?.unreadable['details']).toBe(reason)
  })

  it('have labels where they have no tags', () => {
    expect(ocsfResources({ resources: [{ uid: 'a', labels: ['team=red'] }] })).toMatchObject([
      { tags: { team: 'red' } },
    ])
  })
})
