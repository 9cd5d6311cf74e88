import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from '../testing/in-process-aws.js'
import { sendMessage } from '../testing/send-message.js'
import { defineMessage } from './define-message.js'

const message = defineMessage({
  name: 'notify.bell',
  summary: 'Ring a bell.',
  params: Type.Object({ text: Type.String(), secret: Type.String() }),
  permissions: ['bell:Ring'],
  describe: () => 'ring a bell',
  shown: ({ text }) => ({ text }),
  send: async ({ secret }) => ({ kind: 'done', receipt: secret.length }),
})

describe('defineMessage', () => {
  it('plans what may be shown and always has something to do', async () => {
    const world = inProcessAws()
    const sent = {
      planned: { kind: 'change', before: null, after: { text: 'x' } },
      applied: { kind: 'done', receipt: 3 },
    }
    expect(await sendMessage(message, { text: 'x', secret: 'abc' }, world)).toEqual(sent)
    expect(await sendMessage(message, { text: 'x', secret: 'abc' }, world)).toEqual(sent)
    expect(world.calls).toEqual([])
  })
  it('needs permissions only to send, and names no Region unless told', () => {
    expect(message.permissions).toEqual({ read: [], write: ['bell:Ring'] })
    expect(message.region?.({})).toBeNull()
  })
})
