import { expect, it } from 'vitest'
import { isAccountId, isRegion } from './aws-names.js'

it.each(['eu-west-1', 'us-gov-west-1', 'us-isob-east-1', 'cn-north-1', 'ap-southeast-12'])('`%s` is a Region', (name) =>
  expect(isRegion(name)).toBe(true),
)

it.each(['', 'global', 'eu-west', 'EU-WEST-1', 'eu-west-1a', 'eu-west-1\n', ' eu-west-1', 'eu--1', '-west-1'])(
  '`%s` is none',
  (name) => expect(isRegion(name)).toBe(false),
)

it.each([
  ['123456789012', true],
  ['000000000000', true],
  ['12345678901', false],
  ['1234567890123', false],
  ['12345678901a', false],
  ['123456789012\n', false],
  ['１２３４５６７８９０１２', false],
])('`%s` is an account: %s', (id, is) => expect(isAccountId(id)).toBe(is))
