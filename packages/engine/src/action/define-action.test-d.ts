/**
 * What people who write actions rely on: what `plan` found goes to `apply`, and what `apply` returns goes to `undo`.
 */
import { Type } from '@sinclair/typebox'
import { expectTypeOf, test } from 'vitest'
import type { Action } from '../contracts/action.js'
import type { Json } from '../contracts/json.js'
import { defineAction, type PlannedAs } from './define-action.js'

interface Trail {
  readonly [member: string]: Json
  readonly name: string
}

const base = {
  name: 'trail.create',
  summary: 'Create a trail.',
  resource: 'Example::Trail',
  risk: 'safe',
  reversible: 'full',
  permissions: { read: ['trail:List'], write: ['trail:Create'] },
  params: Type.Object({ name: Type.String() }),
} as const

const rest = {
  describe: () => 'create',
  plan: async (): Promise<PlannedAs<Trail>> => ({ kind: 'gone' }),
  apply: async () => ({ arn: 'a' }),
} as const

test('parameters, state and receipt flow from step to step', () => {
  const action = defineAction({
    ...base,
    describe: ({ name }) => name,
    async plan({ name }): Promise<PlannedAs<Trail>> {
      expectTypeOf(name).toEqualTypeOf<string>()
      return { kind: 'change', before: null, after: { name } }
    },
    async apply({ name }, { before, after }) {
      expectTypeOf(name).toEqualTypeOf<string>()
      expectTypeOf(before).toEqualTypeOf<Trail | null>()
      expectTypeOf(after).toEqualTypeOf<Trail>()
      return { arn: `arn:${name}` }
    },
    async undo(_params, { before, receipt }) {
      expectTypeOf(before).toEqualTypeOf<Trail | null>()
      expectTypeOf(receipt).toEqualTypeOf<{ arn: string }>()
    },
  })
  expectTypeOf(action).toEqualTypeOf<Action>()
})

test('state and receipt are JSON', () => {
  // @ts-expect-error a state with a function
  defineAction({ ...base, ...rest, plan: async () => ({ kind: 'change', before: null, after: { name: () => 'x' } }) })
  // @ts-expect-error a receipt that is a date
  defineAction({ ...base, ...rest, apply: async () => new Date() })
  // @ts-expect-error a receipt that is nothing; say `null`
  defineAction({ ...base, ...rest, apply: async () => {} })
})

test('a slip does not compile', () => {
  // @ts-expect-error a parameter that the schema does not have
  defineAction({ ...base, ...rest, describe: ({ nam }) => String(nam) })
  // @ts-expect-error `undoing`
  defineAction({ ...base, ...rest, undoing: async () => {} })
  // @ts-expect-error an action says whether it can be taken back
  defineAction({ ...base, ...rest, reversible: undefined })
  // @ts-expect-error permissions are lists
  defineAction({ ...base, ...rest, permissions: { read: [], write: 'trail:Create' } })
  // @ts-expect-error a kind that there is not
  defineAction({ ...base, ...rest, plan: async () => ({ kind: 'changed', before: null, after: null }) })
  // @ts-expect-error `undo` wants what `apply` returned
  defineAction({ ...base, ...rest, undo: async (_params, { receipt }: { receipt: { id: number } }) => void receipt })
})
