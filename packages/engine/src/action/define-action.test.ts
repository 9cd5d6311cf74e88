import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import type { Action } from '../contracts/action.js'
import { findingRef } from '../contracts/finding-ref.js'
import type { AwsSession } from '../contracts/ports.js'
import { sampleFinding } from '../testing/sample-finding.js'
import { defineAction } from './define-action.js'

const aws: AwsSession = {
  account: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
  client: () => {
    throw new Error('this action calls nothing')
  },
}
const item = (text: string) => ({ params: { text }, context: { now: 0, finding: findingRef(sampleFinding()) } })

function send(taken: string[] = []): Action {
  return defineAction({
    name: 'message.send',
    summary: 'Send a message.',
    resource: null,
    risk: 'safe',
    reversible: 'none',
    permissions: { read: [], write: ['message:Send'] },
    params: Type.Object({ text: Type.String() }),
    describe: ({ text }) => `send ${text}`,
    plan: async ({ text }) => ({ kind: 'change', before: null, after: { text } }),
    apply: async ({ text }, { after }) => ({ id: `${text}:${after.text}` }),
    async undo({ text }, { receipt }) {
      taken.push(`${text} ${receipt.id}`)
    },
  })
}

describe('an action', () => {
  it('has the careful defaults: the target’s account, proof by planning again, one at a time', () => {
    expect(send()).toMatchObject({
      place: 'target',
      verify: 'plan',
      once: false,
      batch: 1,
      permissions: { write: ['message:Send'] },
    })
    expect(send().region?.({ text: 'a' })).toBeNull()
  })

  it('hands what it planned to apply, and what apply returned to undo, in the order of the items', async () => {
    const taken: string[] = []
    const action = send(taken)
    const planned = await action.plan([item('a'), item('b')], aws)
    expect(planned).toEqual(['a', 'b'].map((text) => ({ kind: 'change', before: null, after: { text } })))
    const asked = ['a', 'b'].map((text) => ({ ...item(text), before: null, after: { text } }))
    const applied = await action.apply(asked, aws)
    expect(applied).toEqual(['a:a', 'b:b'].map((id) => ({ kind: 'done', receipt: { id } })))
    await action.undo?.(
      asked.map((one, index) => ({ ...one, receipt: { id: String(index) } })),
      aws,
    )
    expect(taken).toEqual(['a 0', 'b 1'])
  })

  it('without an undo says so by having none', () => {
    const { undo: _, ...rest } = send()
    expect(_).toBeDefined()
    const once = defineAction({
      ...rest,
      params: Type.Object({}),
      describe: () => 'do it',
      region: () => 'eu-west-1',
      plan: async () => ({ kind: 'change', before: null, after: {} }),
      apply: async () => null,
    })
    expect(once.undo).toBeUndefined()
    expect(once.region?.({})).toBe('eu-west-1')
  })
})
