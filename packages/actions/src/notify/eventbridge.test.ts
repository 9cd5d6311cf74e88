import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checks } from '../testing/checks.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { sendMessage } from '../testing/send-message.js'
import { eventbridge } from './eventbridge.js'

const busArn = 'arn:aws:events:us-east-1:123456789012:event-bus/security/main'
const params = { busArn, detailType: 'Redress Change', text: 'closed "sg-0123"\n', fields: { control: 'EC2.2' } }
const worldWith = (buses: readonly string[]) =>
  inProcessAws({ '123456789012': { 'us-east-1': { eventbridge: { buses } } } })
const bus = (world: ReturnType<typeof worldWith>) => world.state['123456789012']?.['us-east-1']?.['eventbridge']

describe('notify.eventbridge', () => {
  it('puts one event on the bus, in its Region', async () => {
    const world = worldWith(['security/main'])
    const { planned, applied } = await sendMessage(eventbridge, params, world)
    expect(planned).toEqual({ kind: 'change', before: null, after: params })
    expect(applied).toEqual({ kind: 'done', receipt: { eventId: '00000000-0000-4000-9000-000000000001' } })
    const detail = { text: params.text, fields: params.fields }
    expect(bus(world)).toMatchObject({
      events: [{ bus: 'security/main', source: 'redress', detailType: 'Redress Change', detail }],
    })
    expect(world.calls.flatMap(({ permissions }) => permissions)).toEqual(eventbridge.permissions.write)
  })

  it('fails where the call succeeded and the entry did not', async () => {
    const { applied } = await sendMessage(eventbridge, params, worldWith(['default']))
    const message = 'EventBridge did not take the event: Event bus security/main does not exist.'
    expect(applied).toEqual({ kind: 'outcome', outcome: { kind: 'failed', code: 'InvalidArgument', message } })
  })

  it('carries any text unchanged', async () => {
    const world = worldWith(['security/main'])
    const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), 50)
    for (const text of texts) await sendMessage(eventbridge, { busArn, detailType: 'x', text }, world)
    expect(bus(world)).toMatchObject({ events: texts.map((text) => ({ detail: { text, fields: {} } })) })
  })

  it('makes one line of a detail type that a template filled', async () => {
    const world = worldWith(['security/main'])
    const { planned } = await sendMessage(eventbridge, { busArn, detailType: 'one\r\ntwo — ', text: 'x' }, world)
    expect(planned).toMatchObject({ after: { detailType: 'one two —' } })
    expect(bus(world)).toMatchObject({ events: [{ detailType: 'one two —' }] })
  })

  it('says what it does', () => {
    expect(eventbridge.describe(params)).toBe('put an event `Redress Change` on bus security/main')
    expect(eventbridge).toMatchObject({ place: 'home', once: true, verify: 'response', reversible: 'none' })
  })

  it.each([
    [params, true],
    [{ busArn: 'default', detailType: 'x', text: 'x' }, false],
    [{ busArn, detailType: '', text: 'x' }, false],
    [{ busArn, detailType: 'x', text: 'x', fields: { a: 1 } }, false],
  ])('takes %j: %s', (given, fine) => {
    expect(checks(eventbridge.params, given)).toBe(fine)
  })
})
