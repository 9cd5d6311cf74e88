/**
 * Turns on SSE-SQS for one queue, unless the queue is encrypted already, with SSE-SQS or with a KMS key.
 *
 * A whole action: plan, verification, undo and the least permissions come from it. Its fake and its laws are beside it.
 */
import { isAwsError } from '@redress/actions'
import { defineSetting } from '@redress/engine'
import { Type } from '@sinclair/typebox'

export const encryptQueue = defineSetting({
  name: 'acme.encrypt-queue',
  summary: 'Turn on server-side encryption of a queue.',
  resource: 'AWS::SQS::Queue',
  risk: 'safe',
  permissions: { read: ['sqs:GetQueueAttributes'], write: ['sqs:SetQueueAttributes'] },

  params: Type.Object({ queueUrl: Type.String({ description: 'URL of the queue.' }) }, { additionalProperties: false }),

  describe: ({ queueUrl }) => `encrypt queue ${queueUrl}`,

  async read({ queueUrl }, aws) {
    const { SQSClient, GetQueueAttributesCommand } = await import('@aws-sdk/client-sqs')
    try {
      const { Attributes = {} } = await aws.client(SQSClient).send(
        new GetQueueAttributesCommand({
          QueueUrl: queueUrl,
          AttributeNames: ['SqsManagedSseEnabled', 'KmsMasterKeyId'],
        }),
      )
      return { managed: Attributes['SqsManagedSseEnabled'] === 'true', kmsKey: Attributes['KmsMasterKeyId'] ?? null }
    } catch (error) {
      // A queue that is gone needs nothing; any other error is told as one.
      if (isAwsError(error, 'QueueDoesNotExist')) return null
      throw error
    }
  },
  want: (current) => (current.kmsKey === null ? { ...current, managed: true } : current),
  async write({ queueUrl }, { managed }, aws) {
    const { SQSClient, SetQueueAttributesCommand } = await import('@aws-sdk/client-sqs')
    await aws
      .client(SQSClient)
      .send(
        new SetQueueAttributesCommand({ QueueUrl: queueUrl, Attributes: { SqsManagedSseEnabled: String(managed) } }),
      )
  },
})
