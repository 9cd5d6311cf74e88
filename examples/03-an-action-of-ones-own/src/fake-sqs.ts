/** As much of SQS as the action reaches, for the in-process AWS. */
import type { GetQueueAttributesCommandInput, SetQueueAttributesCommandInput } from '@aws-sdk/client-sqs'
import { awsError, defineFake, type FakeContext } from '@redress/actions/testing'

interface SqsState {
  /** Attributes by queue URL. */
  queues: { [url: string]: { [attribute: string]: string } }
}

function queueOf(url: string | undefined, { state }: FakeContext<SqsState>) {
  const queue = state.queues[url ?? '']
  if (queue === undefined) throw awsError('QueueDoesNotExist', 'The specified queue does not exist.')
  return queue
}

export const fakeSqs = defineFake<SqsState>({
  key: 'sqs',
  service: 'SQS',
  prefix: 'sqs',
  scope: 'region',
  initial: () => ({ queues: {} }),
  operations: {
    GetQueueAttributes: (input: GetQueueAttributesCommandInput, context) => ({
      Attributes: queueOf(input.QueueUrl, context),
    }),
    SetQueueAttributes(input: SetQueueAttributesCommandInput, context) {
      Object.assign(queueOf(input.QueueUrl, context), input.Attributes)
      return undefined
    },
  },
})
