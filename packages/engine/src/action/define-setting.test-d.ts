/**
 * What people who write settings rely on: types flow from the schema and from `read`, and a slip does not compile.
 */
import { Type } from '@sinclair/typebox'
import { expectTypeOf, test } from 'vitest'
import type { Action } from '../contracts/action.js'
import type { Json } from '../contracts/json.js'
import type { AwsSession } from '../contracts/ports.js'
import { defineSetting } from './define-setting.js'

interface Lock {
  readonly [member: string]: Json
  readonly locked: boolean
  readonly by: string | null
}

const base = {
  name: 'door.lock',
  summary: 'Lock a door.',
  resource: 'Example::Door',
  risk: 'safe',
  permissions: { read: ['door:Get'], write: ['door:Lock'] },
  params: Type.Object({ door: Type.String(), turns: Type.Optional(Type.Integer()) }),
} as const

const rest = {
  describe: () => 'lock',
  read: async (): Promise<Lock | null> => null,
  want: (current: Lock): Lock => current,
  write: async () => {},
} as const

test('parameters are those of the schema, everywhere', () => {
  defineSetting({
    ...base,
    describe(params) {
      expectTypeOf(params).toEqualTypeOf<{ door: string; turns?: number }>()
      return params.door
    },
    async read({ door }, aws, context): Promise<Lock | null> {
      expectTypeOf(door).toEqualTypeOf<string>()
      expectTypeOf(aws).toEqualTypeOf<AwsSession>()
      expectTypeOf(context.now).toEqualTypeOf<number>()
      return null
    },
    want: (current, { turns }) => {
      expectTypeOf(turns).toEqualTypeOf<number | undefined>()
      return current
    },
    async write({ door }) {
      expectTypeOf(door).toEqualTypeOf<string>()
    },
  })
  // @ts-expect-error a parameter that the schema does not have
  defineSetting({ ...base, ...rest, describe: ({ dor }) => String(dor) })
})

test('the state that `read` gives goes to `want`, `write`, `pending` and `hold`, without `null`', () => {
  const lock = defineSetting({
    ...base,
    describe: () => 'lock',
    read: async (): Promise<Lock | null> => null,
    want(current) {
      expectTypeOf(current).toEqualTypeOf<Lock>()
      return { ...current, locked: true }
    },
    async write(_params, next, _aws, current) {
      expectTypeOf(next).toEqualTypeOf<Lock>()
      expectTypeOf(current).toEqualTypeOf<Lock>()
    },
    pending(state) {
      expectTypeOf(state).toEqualTypeOf<Lock>()
      return null
    },
    async hold(state) {
      expectTypeOf(state).toEqualTypeOf<Lock>()
      return null
    },
  })
  expectTypeOf(lock).toExtend<Action>()
})

test('a state is JSON', () => {
  const open = { ...base, describe: () => '', write: async () => {} } as const
  // @ts-expect-error a date is no JSON
  defineSetting({ ...open, read: async () => new Date(), want: (date) => date })
  // @ts-expect-error a map is no JSON
  defineSetting({ ...open, read: async () => ({ doors: new Map() }), want: (state) => state })
  // @ts-expect-error `undefined` does not survive the journal
  defineSetting({ ...open, read: async () => ({ by: undefined }), want: (state) => state })
})

test('`want` gives the shape that `read` gave', () => {
  // @ts-expect-error a member is missing
  defineSetting({ ...base, ...rest, want: () => ({ locked: true }) })
  // @ts-expect-error a member has another type
  defineSetting({ ...base, ...rest, want: (current: Lock) => ({ ...current, locked: 'yes' }) })
  // @ts-expect-error nothing at all
  defineSetting({ ...base, ...rest, want: () => null })
})

test('a slip in a key does not compile', () => {
  // @ts-expect-error `wants`
  defineSetting({ ...base, describe: () => '', read: rest.read, wants: rest.want, write: rest.write })
  // @ts-expect-error `reversable`
  defineSetting({ ...base, ...rest, reversable: 'full' })
  // @ts-expect-error a risk that there is not
  defineSetting({ ...base, ...rest, risk: 'low' })
  // @ts-expect-error a place that there is not
  defineSetting({ ...base, ...rest, place: 'here' })
  // @ts-expect-error permissions are lists
  defineSetting({ ...base, ...rest, permissions: { read: 'door:Get', write: ['door:Lock'] } })
  // @ts-expect-error permissions say what reading needs, too
  defineSetting({ ...base, ...rest, permissions: { write: ['door:Lock'] } })
  // @ts-expect-error parameters are an object
  defineSetting({ ...base, ...rest, params: Type.String() })
})
