import { describe, expect, it } from 'vitest'
import { checks } from '../testing/checks.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { sendMessage } from '../testing/send-message.js'
import { sns } from './sns.js'

const topicArn = 'arn:aws:sns:us-east-1:123456789012:secops'
const params = { topicArn, subject: 'closed — sg-0123', text: 'one\r\ntwo' }
const worldWith = (topics: object) => inProcessAws({ '123456789012': { 'us-east-1': { sns: { topics } } } })
const messages = (world: ReturnType<typeof worldWith>) => world.state['123456789012']?.['us-east-1']?.['sns']

describe('notify.sns', () => {
  it('publishes in the Region of the topic', async () => {
    const world = worldWith({ secops: {} })
    const { planned, applied } = await sendMessage(sns, params, world)
    expect(planned).toEqual({ kind: 'change', before: null, after: params })
    expect(applied).toEqual({ kind: 'done', receipt: { messageId: '00000000-0000-4000-8000-000000000001' } })
    expect(messages(world)).toMatchObject({
      messages: [{ topicArn, subject: 'closed - sg-0123', message: 'one\ntwo' }],
    })
    expect(world.calls.flatMap(({ permissions }) => permissions)).toEqual(sns.permissions.write)
  })

  it('leaves out a subject of which nothing is left', async () => {
    const world = worldWith({ secops: {} })
    await sendMessage(sns, { topicArn, subject: '\u0000', text: 'one' }, world)
    expect(messages(world)).toMatchObject({ messages: [{ subject: null }] })
  })

  it('gives a FIFO topic its group and an id that the same message has again', async () => {
    const world = worldWith({ 'secops.fifo': {} })
    const fifo = { topicArn: `${topicArn}.fifo`, text: 'one' }
    await sendMessage(sns, fifo, world)
    await sendMessage(sns, fifo, world)
    await sendMessage(sns, { ...fifo, text: 'two' }, world)
    const ids = world.calls.map(({ input }) => String(Reflect.get(input, 'MessageDeduplicationId')))
    expect(new Set(ids).size).toBe(2)
    expect(ids.every((id) => /^[0-9a-f]{64}$/.test(id))).toBe(true)
    expect(world.calls[0]?.input).toMatchObject({ MessageGroupId: 'redress' })
  })

  it('passes on that the topic does not exist', async () => {
    await expect(sendMessage(sns, params, worldWith({}))).rejects.toThrow('Topic does not exist')
  })

  it('is sent once, from home, and cannot be taken back', () => {
    expect(sns).toMatchObject({ place: 'home', once: true, verify: 'response', reversible: 'none', risk: 'safe' })
    expect(sns.undo).toBeUndefined()
    expect(sns.describe(params)).toBe('publish a message on topic secops')
  })

  it.each([
    [params, true],
    [{ topicArn, text: 'x' }, true],
    [{ topicArn, text: ' ' }, false],
    [{ topicArn: 'secops', text: 'x' }, false],
    [{ topicArn: `${topicArn}\n`, text: 'x' }, false],
  ])('takes %j: %s', (given, fine) => {
    expect(checks(sns.params, given)).toBe(fine)
  })
})
