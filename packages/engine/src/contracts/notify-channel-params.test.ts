import { Value } from '@sinclair/typebox/value'
import { expect, it } from 'vitest'
import { notifyChannelParams } from './notify-channel-params.js'

it.each([
  [{ channel: 'a', text: 'b' }, true],
  [{ channel: 'a', text: 'b', subject: 'c' }, true],
  [{ channel: 'a' }, false],
  [{ channel: 'a', text: '' }, false],
  [{ channel: 'a', text: 'b', subjct: 'c' }, false],
])('%j fits: %j', (params, expected) => {
  expect(Value.Check(notifyChannelParams, params)).toBe(expected)
})
