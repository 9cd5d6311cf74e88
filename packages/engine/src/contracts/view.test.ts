import { describe, expect, it } from 'vitest'
import { sampleFinding, sampleNow, sampleResource } from '../testing/sample-finding.js'
import { readField } from './fields.js'
import { parseViewName, viewNames } from './view.js'

const read = (name: string, changes = {}) => {
  const field = parseViewName(name)
  return field === null
    ? null
    : readField(field, { finding: sampleFinding(changes), resource: sampleResource(), now: sampleNow })
}

describe('the view', () => {
  it.each([
    ['finding.control', 'EC2.2'],
    ['resource.name', 'sg-0123'],
    ['resource.tags.Environment', 'dev'],
    ['resource.details.VpcId', 'vpc-0123'],
    ['asff:Severity.Product', 8],
    ['finding.ageDays', 20],
  ])('reads `%s`', (name, value) => expect(read(name)).toMatchObject({ kind: 'values', values: [value] }))

  it.each([
    'control',
    'finding',
    'finding.',
    'finding.resource.name',
    'finding.asff:Severity.Product',
    'ageDays',
    'constructor',
    '',
    'finding.finding.id',
  ])('has no name `%s`', (name) => expect(parseViewName(name)).toBeNull())

  it('counts the age in whole days since it was first observed, else created', () => {
    expect(read('finding.ageDays', { firstObserved: null })).toMatchObject({ values: [20] })
    expect(read('finding.ageDays', { firstObserved: '2026-11-19T00:00:00.001Z' })).toMatchObject({ values: [1] })
    expect(read('finding.ageDays', { firstObserved: null, created: null })).toEqual({ kind: 'absent' })
  })

  it('cannot tell an age from a date that cannot be read', () => {
    expect(read('finding.ageDays', { firstObserved: null, unreadable: { firstObserved: 'no date' } })).toEqual({
      kind: 'unreadable',
      reason: 'no date',
    })
    expect(read('finding.ageDays', { firstObserved: 'yesterday' })).toEqual({
      kind: 'unreadable',
      reason: 'it is no date',
    })
  })

  it('lists every name without a placeholder as one that it has', () => {
    const names = viewNames.filter((name) => !name.includes('<'))
    expect(names.filter((name) => parseViewName(name) === null)).toEqual([])
    expect(names).toContain('finding.severity')
  })
})
