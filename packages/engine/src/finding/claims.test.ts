import { expect, it } from 'vitest'
import { claim, settleControl } from './claims.js'
import { createReader } from './reader.js'

const raw = { a: 'S3.1', b: 7, c: null }

it('a claim is gathered from every path that holds text', () => {
  expect(claim(raw, 'id', ['c'], ['b'], ['a'], ['d'])).toEqual([{ text: 'S3.1', path: ['a'], kind: 'id' }])
})

it('the control is recorded with its place, or with the reason why it is not believed', () => {
  const trusting = createReader(raw)
  expect(settleControl(trusting, raw, 'aws/securityhub', ['a'], [])).toBe('S3.1')
  expect(trusting.notes()).toEqual({ provenance: { control: 'a' }, unreadable: {} })
  const wary = createReader(raw)
  expect(settleControl(wary, raw, 'x/y', ['a'], [])).toBeNull()
  expect(wary.notes().unreadable).toEqual({ control: '`S3.1` is claimed by a product other than Security Hub' })
  expect(settleControl(wary, raw, 'x/y', ['d'], [])).toBeNull()
})

it('a control that is not text is unreadable, whatever else the finding says', () => {
  const reader = createReader(raw)
  expect(settleControl(reader, raw, 'aws/securityhub', ['b'], claim(raw, 'id', ['a']))).toBeNull()
  expect(reader.notes().unreadable).toEqual({ control: '`b` is not a string' })
})
