import { describe, expect, it } from 'vitest'
import { isOcsf, matchesFilters, matchesOcsfFilters } from './securityhub-filters.js'

const finding = {
  Id: 'f-1',
  Compliance: { Status: 'FAILED' },
  Resources: [{ Id: 'one' }, { Id: 'two' }],
  Types: ['a/b', 'c'],
}
const where = (name: string, ...tests: readonly (readonly [string, string])[]) => ({
  [name]: tests.map(([Comparison, Value]) => ({ Comparison, Value })),
})

describe('matchesFilters', () => {
  it.each([
    [{}, true],
    [where('Id', ['EQUALS', 'f-1']), true],
    [where('Id', ['EQUALS', 'f-2'], ['EQUALS', 'f-1']), true],
    [where('Id', ['EQUALS', 'f-2']), false],
    [where('ResourceId', ['EQUALS', 'two']), true],
    [where('ResourceId', ['NOT_EQUALS', 'two']), false],
    [where('ResourceId', ['NOT_EQUALS', 'three'], ['NOT_EQUALS', 'four']), true],
    [where('Type', ['PREFIX', 'a/']), true],
    [where('Type', ['PREFIX_NOT_EQUALS', 'a/']), false],
    [where('Type', ['CONTAINS', '/']), true],
    [where('Type', ['NOT_CONTAINS', '/']), false],
    [where('ComplianceStatus', ['EQUALS', 'FAILED']), true],
    [where('WorkflowStatus', ['EQUALS', 'NEW']), false],
    [{ ...where('Id', ['EQUALS', 'f-1']), ...where('Type', ['EQUALS', 'x']) }, false],
  ])('%j: %s', (filters, expected) => {
    expect(matchesFilters(finding, filters)).toBe(expected)
  })
  it('refuses a comparison that it does not know', () => {
    expect(() => matchesFilters(finding, where('Id', ['LIKE', 'f']))).toThrow('Comparison LIKE is not known')
  })
})

describe('matchesOcsfFilters', () => {
  const uid = (Value: string) => ({
    FieldName: 'metadata.uid' as const,
    Filter: { Value, Comparison: 'EQUALS' as const },
  })
  const document = { class_uid: 2003, metadata: { uid: 'u-1' } }
  it.each([
    [[{ StringFilters: [uid('u-2'), uid('u-1')], Operator: 'OR' as const }], true],
    [[{ StringFilters: [uid('u-2'), uid('u-1')], Operator: 'AND' as const }], false],
    [[{ StringFilters: [uid('u-1')] }, { StringFilters: [uid('u-2')] }], false],
  ])('%j: %s', (CompositeFilters, expected) => {
    expect(matchesOcsfFilters(document, { CompositeFilters })).toBe(expected)
  })
  it('takes everything without filters', () => {
    expect(matchesOcsfFilters(document)).toBe(true)
  })
  it('refuses what it does not judge and what is too much', () => {
    const many = Array.from({ length: 21 }, () => uid('u'))
    expect(() => matchesOcsfFilters(document, { CompositeFilters: [{ NumberFilters: [] }] })).toThrow('NumberFilters')
    expect(() => matchesOcsfFilters(document, { CompositeFilters: [{ StringFilters: many }] })).toThrow('More than 20')
  })
})

describe('isOcsf', () => {
  it('tells the formats apart by the class', () => {
    expect([isOcsf({ class_uid: 2003 }), isOcsf(finding)]).toEqual([true, false])
  })
})
