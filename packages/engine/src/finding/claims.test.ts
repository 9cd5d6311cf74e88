import { expect, it } from 'vitest'
import { claim, settleControl } from './claims.js'
import { createReader } from './reader.js'

const raw = { a: 'S3.1', b: 7, c: null }
const none = () => []

it('a claim is gathered from every path that holds text', () => {
  expect(claim(raw, 'id', ['c'], ['b'], ['a'], ['d'])).toEqual([{ text: 'S3.1', path: ['a'], kind: 'id' }])
})

it('the control is recorded with its place, or with the reason why it is not believed', () => {
  const trusting = createReader(raw, { records: true })
  expect(settleControl(trusting, raw, 'aws/securityhub', ['a'], none)).toBe('S3.1')
  expect(trusting.provenance()).toEqual({ control: 'a' })
  expect(trusting.unreadable()).toEqual({})
  const wary = createReader(raw)
  expect(settleControl(wary, raw, 'x/y', ['a'], none)).toBeNull()
  expect(wary.unreadable()).toEqual({ control: '`S3.1` is claimed by a product other than Security Hub' })
  expect(settleControl(wary, raw, 'x/y', ['d'], none)).toBeNull()
})

it('a control that is not text is unreadable, whatever else the finding says', () => {
  const reader = createReader(raw)
  expect(settleControl(reader, raw, 'aws/securityhub', ['b'], () => claim(raw, 'id', ['a']))).toBeNull()
  expect(reader.unreadable()).toEqual({ control: '`b` is not a string' })
})

it('an id that settles the control is believed without looking further, and no other is', () => {
  const unasked = () => {
    throw new Error('asked')
  }
  const reader = createReader(raw)
  expect(settleControl(reader, raw, 'aws/securityhub', ['a'], unasked)).toBe('S3.1')
  expect(() => settleControl(reader, { a: 'Nope.1' }, 'aws/securityhub', ['a'], unasked)).toThrow('asked')
  expect(() => settleControl(reader, raw, 'x/y', ['a'], unasked)).toThrow('asked')
})
