import { describe, expect, it } from 'vitest'
import { accountId, region, score, text, texts } from './values.js'

describe('values', () => {
  it.each([
    [text, ' a ', { value: ' a ' }],
    [text, ' \t', null],
    [text, 7, { reason: 'is not a string' }],
    [texts, [], { value: [] }],
    [texts, ['a', ''], { value: ['a', ''] }],
    [texts, 'a', { reason: 'is not a list' }],
    [texts, ['a', null], { reason: 'holds a value that is not a string' }],
    [score, 40, { value: 40 }],
    [score, '40', { value: 40 }],
    [score, ' 7.5 ', { value: 7.5 }],
    [score, 101, { reason: 'is not between 0 and 100' }],
    [score, '1e1', { reason: 'is not a number' }],
    [score, Number.NaN, { reason: 'is not between 0 and 100' }],
    [accountId, '123456789012', { value: '123456789012' }],
    [accountId, 'xxxxxxxxxxxx', { reason: 'is not an account id of twelve digits' }],
    [accountId, '123456789012\n', { reason: 'is not an account id of twelve digits' }],
    [accountId, 123456789012, { reason: 'is not a string' }],
    [accountId, '', null],
    [region, 'us-gov-west-1', { value: 'us-gov-west-1' }],
    [region, 'global', null],
    [region, 'Ireland', { reason: 'is not the name of a Region' }],
  ])('%o reads %j as %j', (parse, value, parsed) => expect(parse(value)).toEqual(parsed))
})
