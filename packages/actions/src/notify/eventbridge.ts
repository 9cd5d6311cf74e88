/**
 * Puts an event on an EventBridge bus, for rules and targets of one's own.
 *
 * PutEvents succeeds even when it takes no event, so its answer for the one entry is what counts.
 */
import { Type } from '@sinclair/typebox'
import { eventBridgeClient } from './client.js'
import { defineMessage } from './define-message.js'
import { oneLine } from './escape.js'
import { MessageText } from './message-text.js'

export const eventbridge = defineMessage({
  name: 'notify.eventbridge',
  summary: 'Put an event on an EventBridge bus.',
  params: Type.Object(
    {
      busArn: Type.String({
        pattern: '^arn:[a-z-]+:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9_./-]+$',
        description: 'ARN of the bus.',
      }),
      detailType: Type.String({
        minLength: 1,
        maxLength: 128,
        pattern: '\\S',
        description: 'Detail type, which rules of the bus match on.',
      }),
      text: MessageText,
      fields: Type.Optional(
        Type.Record(Type.String({ minLength: 1, maxLength: 128 }), Type.String({ maxLength: 1024 }), {
          maxProperties: 20,
          description: 'More members for the detail.',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  permissions: ['events:PutEvents'],

  describe: ({ busArn, detailType }) => `put an event \`${oneLine(detailType)}\` on bus ${nameOf(busArn)}`,
  region: ({ busArn }) => busArn.split(':')[3] ?? null,
  shown: ({ busArn, detailType, text, fields }) => ({
    busArn,
    detailType: oneLine(detailType),
    text,
    fields: fields ?? {},
  }),

  async send({ busArn, detailType, text, fields = {} }, aws) {
    const { client, PutEventsCommand } = await eventBridgeClient(aws)
    const Detail = JSON.stringify({ text, fields })
    const entry = { EventBusName: busArn, Source: 'redress', DetailType: oneLine(detailType), Detail }
    const { Entries } = await client.send(new PutEventsCommand({ Entries: [entry] }))
    const { EventId, ErrorCode, ErrorMessage } = Entries?.[0] ?? {}
    if (EventId !== undefined) return { kind: 'done', receipt: { eventId: EventId } }
    const outcome =
      ErrorCode === undefined
        ? ({
            kind: 'unknown',
            code: 'NOT_CONFIRMED',
            message: 'EventBridge did not say whether it took the event',
          } as const)
        : ({
            kind: 'failed',
            code: ErrorCode,
            message: `EventBridge did not take the event: ${ErrorMessage ?? ErrorCode}`,
          } as const)
    return { kind: 'outcome', outcome }
  },
})

function nameOf(arn: string): string {
  return arn.split('/').slice(1).join('/')
}
