import { inProcessAws } from '@redress/actions/testing'
import { keepsTheLaws } from '@redress/actions/testing/laws'
import { expect, it } from 'vitest'
import { encryptQueue } from './encrypt-queue.js'
import { fakeSqs } from './fake-sqs.js'

const queueUrl = 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders'
const queueWith = (attributes: Record<string, string>) => () =>
  inProcessAws(
    { '123456789012': { 'eu-west-1': { sqs: { queues: { [queueUrl]: attributes } } } } },
    { fakes: [fakeSqs] },
  )

it('finds a queue that was deleted gone, and not in need of a change', async () => {
  const place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
  const { aws } = inProcessAws({}, { fakes: [fakeSqs] })
  const finding = { id: 'finding-1', format: 'asff', productArn: null, hubId: null, account: place.account } as const
  const context = { now: 0, finding: { ...finding, region: null, title: null, severity: null, firstObserved: null } }
  expect(await encryptQueue.plan([{ params: { queueUrl }, context }], await aws.reading(place))).toEqual([
    { kind: 'gone' },
  ])
})

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
