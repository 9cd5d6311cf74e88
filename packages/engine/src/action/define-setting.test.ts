import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import type { AwsSession } from '../contracts/ports.js'
import { defineSetting, type Hold } from './define-setting.js'

interface Door {
  /** `null` where there is no door. */
  open: boolean | null
  busy?: boolean
  hold?: Hold
}

/** A door that is to be shut, and what was asked of it. */
function settingOf(door: Door) {
  const asked: string[] = []
  const setting = defineSetting({
    name: 'house.shut-door',
    summary: 'Shut a door.',
    resource: null,
    risk: 'safe',
    permissions: { read: [], write: [] },
    params: Type.Object({}),
    describe: () => 'shut the door',
    async read() {
      asked.push('read')
      return door.open === null ? null : { open: door.open }
    },
    want: () => ({ open: false }),
    async write(_params, next, _aws, current) {
      asked.push(`write ${current.open} to ${next.open}`)
      door.open = next.open
    },
    pending: () => (door.busy === true ? 'the door is moving' : null),
    async hold() {
      asked.push('hold')
      return door.hold ?? null
    },
  })
  return { setting, asked }
}

const session: AwsSession = {
  account: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
  client() {
    throw new Error('a door needs no client')
  },
}
const context = { now: 0, finding: JSON.parse('null') }
const plan = async (door: Door) => {
  const { setting, asked } = settingOf(door)
  const [planned] = await setting.plan([{ params: {}, context }], session)
  return { planned, asked }
}

describe('a setting plans', () => {
  it('a change, from what it reads to what it wants', async () => {
    const { planned, asked } = await plan({ open: true })
    expect(planned).toEqual({ kind: 'change', before: { open: true }, after: { open: false } })
    expect(asked).toEqual(['read', 'hold'])
  })
  it('nothing where all is as wanted, and then asks for no reason to hold it', async () => {
    const { planned, asked } = await plan({ open: false, hold: { kind: 'pending', message: 'someone stands in it' } })
    expect(planned).toEqual({ kind: 'closed', state: { open: false } })
    expect(asked).toEqual(['read'])
  })
  it('nothing where there is no such thing', async () => {
    expect((await plan({ open: null, busy: true })).planned).toEqual({ kind: 'gone' })
  })
  it('to wait while a wanted state is on its way', async () => {
    const { planned } = await plan({ open: false, busy: true })
    expect(planned).toEqual({ kind: 'pending', state: { open: false }, message: 'the door is moving' })
  })
  it('to wait while a change is held for now', async () => {
    const { planned } = await plan({ open: true, hold: { kind: 'pending', message: 'someone stands in it' } })
    expect(planned).toEqual({ kind: 'pending', state: { open: true }, message: 'someone stands in it' })
  })
  it('a refusal, as it is given', async () => {
    const hold = { kind: 'refused', code: 'LOCKED', message: 'the door is locked open' } as const
    expect((await plan({ open: true, hold })).planned).toEqual(hold)
  })
})

it('undo writes what was read before', async () => {
  const door = { open: true }
  const { setting, asked } = settingOf(door)
  const item = { params: {}, context, before: { open: true }, after: { open: false } }
  await setting.apply([item], session)
  expect(door.open).toBe(false)
  await setting.undo?.([{ ...item, receipt: null }], session)
  expect(door.open).toBe(true)
  expect(asked).toEqual(['write true to false', 'write false to true'])
})

it('is verified by planning again, and can be taken back in full, unless it says otherwise', () => {
  const { setting } = settingOf({ open: true })
  expect(setting).toMatchObject({ verify: 'plan', reversible: 'full', place: 'target', once: false, batch: 1 })
})
