import { inProcessAws } from '@redress/actions/testing'
import { keepsTheLaws } from '@redress/actions/testing/laws'
import { encryptQueue } from './encrypt-queue.js'
import { fakeSqs } from './fake-sqs.js'

const queueUrl = 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders'
const queueWith = (attributes: Record<string, string>) => () =>
  inProcessAws(
    { '123456789012': { 'eu-west-1': { sqs: { queues: { [queueUrl]: attributes } } } } },
    { fakes: [fakeSqs] },
  )

keepsTheLaws(
  encryptQueue,
  { queueUrl },
  {
    open: { 'a queue that is not encrypted': queueWith({ SqsManagedSseEnabled: 'false' }) },
    closed: {
      'a queue with SSE-SQS': queueWith({ SqsManagedSseEnabled: 'true' }),
      'a queue with a KMS key': queueWith({ SqsManagedSseEnabled: 'false', KmsMasterKeyId: 'alias/orders' }),
    },
  },
)
