/**
 * Publishes a message on an SNS topic.
 *
 * The Region is the topic's own. On a FIFO topic messages form one group, and the id that SNS tells repeats by is made
 * from what the message says.
 */
import { canonical, sha256 } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { snsClient } from './client.js'
import { defineMessage } from './define-message.js'
import { plainText, snsSubject } from './escape.js'
import { MessageSubject, MessageText } from './message-text.js'

export const sns = defineMessage({
  name: 'notify.sns',
  summary: 'Publish a message on an SNS topic.',
  params: Type.Object(
    {
      topicArn: Type.String({
        pattern: '^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]+$',
        description: 'ARN of the topic.',
      }),
      subject: Type.Optional(MessageSubject),
      text: MessageText,
    },
    { additionalProperties: false },
  ),
  permissions: ['sns:Publish'],

  describe: ({ topicArn }) => `publish a message on topic ${nameOf(topicArn)}`,
  region: ({ topicArn }) => topicArn.split(':')[3] ?? null,
  shown: ({ topicArn, subject, text }) => ({ topicArn, subject: subject ?? null, text }),

  async send({ topicArn, subject, text }, aws) {
    const { client, PublishCommand } = await snsClient(aws)
    const Subject = snsSubject(subject ?? '')
    const fifo = {
      MessageGroupId: 'redress',
      MessageDeduplicationId: await sha256(canonical([topicArn, subject ?? null, text])),
    }
    const { MessageId } = await client.send(
      new PublishCommand({
        TopicArn: topicArn,
        Message: plainText(text),
        ...(Subject === null ? {} : { Subject }),
        ...(topicArn.endsWith('.fifo') ? fifo : {}),
      }),
    )
    return { kind: 'done', receipt: { messageId: MessageId ?? null } }
  },
})

function nameOf(arn: string): string {
  return arn.split(':')[5] ?? arn
}
