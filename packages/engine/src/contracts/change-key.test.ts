import { describe, expect, it } from 'vitest'
import { sampleChange } from '../testing/sample-change.js'
import { changeKey, type KeyedChange } from './change-key.js'

const change = sampleChange()
const finding = { ...change.finding, id: 'finding-2' }

describe('the key of a change', () => {
  it.each<[string, Partial<KeyedChange>]>([
    ['an account', { account: '111122223333' }],
    ['a Region', { region: 'us-east-1' }],
    ['a partition', { partition: 'aws-cn' }],
    ['an action', { use: 'door.remove' }],
    ['parameters', { with: { name: 'back' } }],
    ['a target', { target: 'back' }],
    ['a state before', { before: { open: 1 } }],
    ['a state after', { after: { open: 1 } }],
  ])('is another with another of %s', async (_, changed) => {
    expect(await changeKey({ ...change, ...changed }, false)).not.toBe(await changeKey(change, false))
  })

  it('does not depend on the finding that asks for it', async () => {
    expect(await changeKey({ ...change, finding }, false)).toBe(await changeKey(change, false))
  })

  it('of a message depends on the finding, and not on a state', async () => {
    const key = await changeKey(change, true)
    expect(await changeKey({ ...change, finding }, true)).not.toBe(key)
    expect(await changeKey({ ...change, before: null, after: null, target: 'x' }, true)).toBe(key)
  })
})
