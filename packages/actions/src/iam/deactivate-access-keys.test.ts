import { describe, expect, it } from 'vitest'
import { inProcessAws } from '../testing/index.js'
import { keepsTheLaws } from '../testing/laws.js'
import { contextAt, planOf } from '../testing/plan-of.js'
import { deactivateAccessKeys } from './deactivate-access-keys.js'

const old = 'AKIA0000000000000OLD'
const young = 'AKIA00000000000YOUNG'

// The clock of the laws stands at 2026-11-21.
const keys = {
  old: { status: 'Active', created: '2026-01-01T00:00:00Z', lastUsed: '2026-11-20T00:00:00Z' },
  oldUnused: { status: 'Active', created: '2026-01-01T00:00:00Z' },
  oldInactive: { status: 'Inactive', created: '2026-01-01T00:00:00Z' },
  young: { status: 'Active', created: '2026-11-01T00:00:00Z' },
}

const userWith = (accessKeys: object) =>
  inProcessAws({ '123456789012': { global: { iam: { users: { alice: { accessKeys } } } } } })

keepsTheLaws(
  deactivateAccessKeys,
  { user: 'alice', olderThanDays: 90 },
  {
    open: {
      'a key in daily use': () => userWith({ [old]: keys.old }),
      'an old and a young key': () => userWith({ [young]: keys.young, [old]: keys.old }),
      'two old keys, one inactive': () => userWith({ AKIA0000000000000OFF: keys.oldInactive, [old]: keys.old }),
    },
    closed: {
      'a young key': () => userWith({ [young]: keys.young }),
      'an old key that is inactive': () => userWith({ [old]: keys.oldInactive }),
      'a user without keys': () => userWith({}),
    },
  },
)

keepsTheLaws(
  deactivateAccessKeys,
  { user: 'alice', idleDays: 45 },
  {
    open: { 'a key that was never used': () => userWith({ [old]: keys.oldUnused }) },
    closed: {
      'an old key in daily use': () => userWith({ [old]: keys.old }),
      'a young key that was never used': () => userWith({ [young]: keys.young }),
    },
  },
)

keepsTheLaws(
  deactivateAccessKeys,
  { user: 'alice', keyId: young },
  {
    open: { 'the one key that is named': () => userWith({ [young]: keys.young, [old]: keys.old }) },
    closed: { 'other keys': () => userWith({ [old]: keys.old }) },
  },
)

keepsTheLaws(
  deactivateAccessKeys,
  { user: 'alice', olderThanDays: 90, spareUsedWithinDays: 7 },
  {
    open: {
      'an old key that was never used': () => userWith({ [old]: keys.oldUnused }),
      'an old key last used eight days ago': () =>
        userWith({ [old]: { ...keys.old, lastUsed: '2026-11-12T23:00:00Z' } }),
    },
    closed: { 'an old key in daily use': () => userWith({ [old]: keys.old }) },
  },
)

describe('keys of mixed age', () => {
  it('only those that offend are of the change', async () => {
    const world = userWith({ [young]: keys.young, [old]: keys.old, AKIA0000000000000OFF: keys.oldInactive })
    const params = { user: 'alice', olderThanDays: 90 }
    expect(await planOf(deactivateAccessKeys, params, world)).toEqual({
      kind: 'change',
      before: { [old]: 'Active', AKIA0000000000000OFF: 'Inactive' },
      after: { [old]: 'Inactive', AKIA0000000000000OFF: 'Inactive' },
    })
  })

  it.each([
    ['a key exactly 90 days old does not offend', '2026-08-23T00:00:00Z', 'closed'],
    ['a key one second older does', '2026-08-22T23:59:59Z', 'change'],
  ])('%s', async (_name, created, kind) => {
    const world = userWith({ [old]: { status: 'Active', created } })
    const params = { user: 'alice', olderThanDays: 90 }
    expect((await planOf(deactivateAccessKeys, params, world)).kind).toBe(kind)
  })

  it('every write names the user, or it would act on the caller', async () => {
    const world = userWith({ [old]: keys.old })
    const params = { user: 'alice', olderThanDays: 90 }
    const target = { account: '123456789012', region: 'us-east-1', partition: 'aws' }
    const session = await world.aws.writing(target, JSON.parse('{"runId":"r","seq":0}'))
    await deactivateAccessKeys.apply(
      [{ params, context: contextAt(0), before: { [old]: 'Active' }, after: { [old]: 'Inactive' } }],
      session,
    )
    expect(world.calls.map(({ operation, input }) => [operation, input])).toEqual([
      ['UpdateAccessKey', { UserName: 'alice', AccessKeyId: old, Status: 'Inactive' }],
    ])
  })

  it('a user who is gone is told as gone', async () => {
    const world = inProcessAws({})
    const params = { user: 'alice', olderThanDays: 90 }
    expect(await planOf(deactivateAccessKeys, params, world)).toEqual({ kind: 'gone' })
  })
})

it('says which keys and why', () => {
  expect(
    deactivateAccessKeys.describe({ user: 'alice', olderThanDays: 90, idleDays: 45, spareUsedWithinDays: 7 }),
  ).toBe('deactivate access keys of user alice if older than 90 days or unused for 45 days, unless used within 7 days')
})
