import { describe, expect, it } from 'vitest'
import { prepared } from '../testing/decide-sample.js'
import { sampleFinding } from '../testing/sample-finding.js'
import { sampleProject } from '../testing/sample-project.js'
import { changesResources, isTrusted, noChangesFor, settledFields } from './skips.js'

describe('what rules leave alone', () => {
  it.each([
    [{ workflow: 'SUPPRESSED' }, ['workflow']],
    [{ workflow: 'RESOLVED', compliance: 'PASSED' }, ['workflow', 'compliance']],
    [{ record: 'ARCHIVED' }, ['record']],
    [{ compliance: 'PASSED' }, ['compliance']],
    [{ workflow: 'NOTIFIED', compliance: 'WARNING' }, []],
    [{ workflow: null, record: null, compliance: null }, []],
  ] as const)('%j: %j', (finding, fields) => expect(settledFields(sampleFinding(finding))).toEqual(fields))

  it('is a finding of which it cannot tell', () => {
    for (const field of ['workflow', 'record', 'compliance'] as const) {
      expect(settledFields(sampleFinding({ [field]: null, unreadable: { [field]: 'x' } }))).toEqual([field])
    }
    expect(noChangesFor(sampleFinding({ record: null, unreadable: { record: 'x' } }))).toBe('record')
    expect(noChangesFor(sampleFinding({ workflow: null, unreadable: { workflow: 'x' } }))).toBe('workflow')
  })

  it('is the affair of a rule that mentions the field', () => {
    const defaultsOf = (match: { readonly [field: string]: string }) =>
      prepared(sampleProject({ rules: [{ id: 'r', match, steps: [] }] })).rules[0]?.defaults
    expect(defaultsOf({ control: 'EC2.2' })).toEqual(['workflow', 'record', 'compliance'])
    expect(defaultsOf({ workflow: 'SUPPRESSED' })).toEqual(['record', 'compliance'])
  })

  it('never includes changes for suppressed or archived findings', () => {
    expect(noChangesFor(sampleFinding({ workflow: 'SUPPRESSED' }))).toBe('workflow')
    expect(noChangesFor(sampleFinding({ record: 'ARCHIVED' }))).toBe('record')
    expect(noChangesFor(sampleFinding({ workflow: 'RESOLVED' }))).toBeNull()
  })
})

describe('steps that change resources', () => {
  it.each([
    ['s3.block-public-access', true],
    ['own.thing', true],
    ['finding.note', false],
    ['notify.sns', false],
    ['notifyx.sns', true],
  ])('`%s`: %s', (use, changes) => expect(changesResources(use)).toBe(changes))
})

describe('trust', () => {
  const trusts = (productArn: string | null, product: string | null) =>
    isTrusted(sampleFinding({ productArn, product }), { id: 'r', match: {}, steps: [], trust: ['acme/scanner'] })

  it.each([
    'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
    'arn:aws-cn:securityhub:cn-north-1::product/aws/guardduty',
    'arn:aws-us-gov:securityhub:us-gov-west-1::product/aws/inspector',
    'arn:aws:securityhub:eu-west-1::productv2/aws/securityhub',
  ])('is given to %s', (arn) => expect(trusts(arn, 'aws/any')).toBe(true))

  it('is not given where the reader could not tell the product', () => {
    expect(trusts('arn:aws-cn:securityhub:eu-west-1::product/aws/securityhub', null)).toBe(false)
  })

  it.each([
    null,
    'arn:aws:securityhub:eu-west-1:123456789012:product/aws/securityhub',
    'arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default',
    'arn:aws:securityhub:eu-west-1::product/awsx/securityhub',
    'arn:aws:securityhub:eu-west-1::product/acme/aws/securityhub',
    'arn:aws:securityhub:eu-west-1::product/aws/securityhub\n',
    'arn:aws:securityhub:eu-west-1::product/aws/',
    'x arn:aws:securityhub:eu-west-1::product/aws/securityhub',
  ])('is not given to %j', (arn) => {
    for (const product of [null, 'aws/any']) expect(trusts(arn, product)).toBe(false)
  })

  it('is given by the rule, by the whole name of the product', () => {
    expect(trusts(null, 'acme/scanner')).toBe(true)
    expect(trusts(null, 'acme/scanner2')).toBe(false)
  })
})
