import { describe, expect, it } from 'vitest'
import { associatedStandards, controlParameters, standardIn, standardName, standardNames } from './standards.js'

const fsbp = 'aws-foundational-security-best-practices/v/1.0.0'
const cis = 'cis-aws-foundations-benchmark/v/1.2.0'

describe('the name of a standard', () => {
  it.each([
    [`standards/${fsbp}`, fsbp],
    [`ruleset/${cis}`, cis],
    [`arn:aws:securityhub:::ruleset/${cis}`, cis],
    [`arn:aws-cn:securityhub:cn-north-1::standards/${fsbp}`, fsbp],
    [`arn:aws:securityhub:eu-west-1:123456789012:subscription/${fsbp}`, fsbp],
    ['standards/aws-foundation-best-practices/v/1.0.0', fsbp],
    ['our own standard', 'our own standard'],
  ])('%s is %s', (text, name) => expect(standardName(text)).toBe(name))

  it.each([
    [`${fsbp}/S3.8`, fsbp],
    [`arn:aws:securityhub:::ruleset/${cis}/rule/2.7`, cis],
    [`arn:aws:securityhub:eu-west-1:123456789012:subscription/${fsbp}/S3.8/finding/9d1f`, fsbp],
    ['security-control/S3.8', null],
    ['AWSInspector', null],
  ])('in %s is %s', (text, name) => expect(standardIn(text)).toBe(name))

  it('is read from lists of either format, which are read whole or not at all', () => {
    expect(associatedStandards([{ StandardsId: `ruleset/${cis}` }])).toEqual({ value: [cis] })
    expect(associatedStandards([{ StandardsId: 1 }])).toEqual({ reason: 'holds a standard without `StandardsId`' })
    expect(associatedStandards({})).toEqual({ reason: 'is not a list' })
    expect(standardNames([`standards/${fsbp}`])).toEqual({ value: [fsbp] })
    expect(standardNames([null])).toEqual({ reason: 'holds a value that is not a string' })
    expect(standardNames('x')).toEqual({ reason: 'is not a list' })
  })
})

describe('parameters of a control', () => {
  it.each([
    [[{ Name: 'days', Value: ['30'] }], { value: { days: ['30'] } }],
    [[{ name: 'on', values: ['true'] }], { value: { on: ['true'] } }],
    [[{ name: 'days', value: 30 }], { value: { days: ['30'] } }],
    [[{ name: 'none' }], { value: { none: [] } }],
    [[{ Value: ['30'] }], { reason: 'holds a parameter without a name' }],
    [['x'], { reason: 'holds a parameter without a name' }],
    ['x', { reason: 'is not a list' }],
  ])('of %j are %j', (value, parsed) => expect(controlParameters(value)).toEqual(parsed))

  it('may have the name of a prototype member', () => {
    const parsed = controlParameters([{ Name: '__proto__', Value: ['x'] }])
    expect(parsed !== null && 'value' in parsed && Object.entries(parsed.value)).toEqual([['__proto__', ['x']]])
  })
})
