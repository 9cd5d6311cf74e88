/**
 * The laws that every action keeps, called in one line from its test (vitest).
 *
 * Each named world is a way for the resource to be. `open` ones must be changed; `closed` ones, among them those
 * that are stricter than asked for, must be left exactly as they are.
 */
import {
  type Action,
  type ActionContext,
  type AwsPort,
  type FindingRef,
  type IntentReceipt,
  type Json,
  type JsonObject,
  sameJson,
} from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { isRead } from '../aws/read-only.js'
import type { World } from './world.js'

export interface Laws {
  readonly open: { readonly [name: string]: () => World }
  readonly closed: { readonly [name: string]: () => World }
  /** Changes the resource behind the action's back, so that undo must refuse. */
  readonly drift?: (world: World) => void
  readonly account?: string
  readonly region?: string
  readonly now?: number
  /** Why the action runs, for actions that change the finding itself. */
  readonly finding?: FindingRef
}

const receipt = (): IntentReceipt => JSON.parse('{"runId":"laws","seq":0}')

export function keepsTheLaws(action: Action, params: JsonObject, laws: Laws): void {
  const target = { account: laws.account ?? '123456789012', region: laws.region ?? 'eu-west-1', partition: 'aws' }
  const context: ActionContext = {
    now: laws.now ?? Date.UTC(2026, 10, 21),
    finding: laws.finding ?? sampleFinding(target),
  }

  async function plan({ aws }: { aws: AwsPort }) {
    const [planned] = await action.plan([{ params, context }], await aws.reading(target))
    if (planned === undefined) throw new Error('an action that plans nothing for one item')
    return planned
  }
  async function planChange(world: World) {
    const planned = await plan(world)
    if (planned.kind !== 'change') throw new Error(`expected a change, got ${JSON.stringify(planned)}`)
    return planned
  }
  async function apply({ aws }: World, { before, after }: { before: Json; after: Json }) {
    const [applied] = await action.apply([{ params, context, before, after }], await aws.writing(target, receipt()))
    return applied?.kind === 'done' ? applied.receipt : null
  }

  describe(`${action.name} keeps the laws`, () => {
    for (const [name, world] of Object.entries(laws.open)) {
      describe(name, () => {
        it('planning only reads, and finds something to do', async () => {
          const made = world()
          const before = structuredClone(made.state)
          await planChange(made)
          expect(made.calls.filter((call) => !isRead(call.operation))).toEqual([])
          expect(sameJson(known(made.state, before), before)).toBe(true)
        })
        it('applying closes: a second plan finds nothing to do', async () => {
          const made = world()
          await apply(made, await planChange(made))
          expect((await plan(made)).kind).toBe('closed')
        })
        it('applying twice is applying once', async () => {
          const once = world()
          const change = await planChange(once)
          await apply(once, change)
          const state = structuredClone(once.state)
          const again = await plan(once)
          expect(again.kind).toBe('closed')
          expect(once.state).toEqual(state)
        })
        it('every call is covered by a declared permission', async () => {
          const made = world()
          const change = await planChange(made)
          const read = made.calls.splice(0)
          await apply(made, change)
          const declared = [...action.permissions.read, ...action.permissions.write]
          expect(
            read.flatMap((call) => call.permissions).filter((name) => !action.permissions.read.includes(name)),
          ).toEqual([])
          expect(made.calls.flatMap((call) => call.permissions).filter((name) => !declared.includes(name))).toEqual([])
        })
        if (action.undo !== undefined && action.reversible === 'full') {
          it('undo from the journal’s JSON restores what was there', async () => {
            const made = world()
            const change = await planChange(made)
            const item = { params, context, ...change, receipt: await apply(made, change) }
            const [undone] =
              (await action.undo?.([JSON.parse(JSON.stringify(item))], await made.aws.writing(target, receipt()))) ?? []
            expect(undone?.kind).toBe('done')
            expect((await planChange(made)).before).toEqual(change.before)
          })
        }
      })
    }
    for (const [name, world] of Object.entries(laws.closed)) {
      it(`leaves alone ${name}`, async () => {
        const made = world()
        expect((await plan(made)).kind).toBe('closed')
      })
    }
    it('says what it does without being asked twice', () => {
      expect(action.describe(params)).toMatch(/^[a-z].*[^.]$/)
      expect(action.summary).toMatch(/^[A-Z].*\.$/)
    })
  })
}

/** Fakes fill in members that a world left out; those do not count as changes. */
function known(state: object, before: object): unknown {
  return Object.fromEntries(
    Object.entries(state)
      .filter(([key]) => key in before)
      .map(([key, value]) => {
        const old: unknown = Reflect.get(before, key)
        const deep =
          typeof value === 'object' &&
          value !== null &&
          !Array.isArray(value) &&
          typeof old === 'object' &&
          old !== null
        return [key, deep ? known(value, old) : value]
      }),
  )
}

function sampleFinding({ account, region }: { account: string; region: string }) {
  return {
    id: `arn:aws:securityhub:${region}:${account}:security-control/X.1/finding/11111111-2222-3333-4444-555555555555`,
    format: 'asff' as const,
    productArn: `arn:aws:securityhub:${region}::product/aws/securityhub`,
    hubId: null,
    account,
    region,
    title: null,
    severity: null,
    firstObserved: null,
  }
}
