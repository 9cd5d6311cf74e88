import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from './in-process-aws.js'

const place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const entry = { Source: 's', DetailType: 'd', Detail: '{"a":1}' }
const open = async (made = inProcessAws()) =>
  (await made.aws.writing(place, JSON.parse('{}'))).client(EventBridgeClient)

describe('EventBridge in process', () => {
  it('fails entries one by one', async () => {
    const made = inProcessAws()
    const bad = [
      { ...entry, EventBusName: 'arn:aws:events:eu-west-1:123456789012:event-bus/gone' },
      { ...entry, Source: undefined },
      { ...entry, Detail: 'no json' },
      { ...entry, Detail: '[]' },
    ]
    const answer = await (await open(made)).send(new PutEventsCommand({ Entries: [entry, ...bad] }))
    expect(answer.FailedEntryCount).toBe(4)
    expect(answer.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      undefined,
      'InvalidArgument',
      'InvalidArgument',
      'MalformedDetail',
      'MalformedDetail',
    ])
    expect(made.state['123456789012']?.['eu-west-1']?.['eventbridge']).toMatchObject({
      events: [{ bus: 'default', source: 's', detailType: 'd', detail: { a: 1 } }],
    })
  })

  it('takes one to ten entries', async () => {
    const client = await open()
    await expect(client.send(new PutEventsCommand({ Entries: [] }))).rejects.toThrow('found 0')
    const many = Array.from({ length: 11 }, () => entry)
    await expect(client.send(new PutEventsCommand({ Entries: many }))).rejects.toThrow('found 11')
  })
})
