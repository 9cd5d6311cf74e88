import { ListSubscriptionsByTopicCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from './in-process-aws.js'

const place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const TopicArn = 'arn:aws:sns:eu-west-1:123456789012:secops'
const world = () =>
  inProcessAws({
    '123456789012': {
      'eu-west-1': { sns: { topics: { secops: { subscriptions: ['email:a@example.com'], pending: 2 } } } },
    },
    '111122223333': { 'eu-west-1': { sns: { topics: { theirs: {} } } } },
  })
const open = async (made = world()) => (await made.aws.writing(place, JSON.parse('{}'))).client(SNSClient)

describe('SNS in process', () => {
  it('lists who waits to be confirmed and who is, and knows topics of other accounts', async () => {
    const sns = await open()
    const { Subscriptions, NextToken } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))
    expect(NextToken).toBeUndefined()
    expect(
      Subscriptions?.map(({ SubscriptionArn, Protocol, Endpoint }) => [SubscriptionArn, Protocol, Endpoint]),
    ).toEqual([
      ['PendingConfirmation', 'email', 'pending-1@example.com'],
      ['PendingConfirmation', 'email', 'pending-2@example.com'],
      [`${TopicArn}:00000000-0000-4000-8000-000000000001`, 'email', 'a@example.com'],
    ])
    const theirs = 'arn:aws:sns:eu-west-1:111122223333:theirs'
    expect(await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: theirs }))).toMatchObject({
      Subscriptions: [],
    })
  })

  it('lists a hundred subscriptions a page', async () => {
    const many = inProcessAws({ '123456789012': { 'eu-west-1': { sns: { topics: { secops: { pending: 101 } } } } } })
    const sns = await open(many)
    const first = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))
    expect(first.Subscriptions).toHaveLength(100)
    const { NextToken } = first
    const second = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn, NextToken }))
    expect(second.Subscriptions).toHaveLength(1)
    expect(second.NextToken).toBeUndefined()
  })

  it.each([
    [{ TopicArn: `${TopicArn}-gone`, Message: 'x' }, 'Topic does not exist'],
    [{ TopicArn: TopicArn.replace('eu-west-1', 'us-east-1'), Message: 'x' }, 'Invalid parameter: TopicArn'],
    [{ TopicArn, Message: '' }, 'Invalid parameter: Empty message'],
    [{ TopicArn, Message: 'x'.repeat(262_145) }, 'Invalid parameter: Message too long'],
    [{ TopicArn, Message: 'x', Subject: 'a\nb' }, 'Invalid parameter: Subject'],
    [{ TopicArn, Message: 'x', Subject: 'x'.repeat(101) }, 'Invalid parameter: Subject'],
  ])('refuses a message that AWS refuses (%#)', async (input, message) => {
    await expect((await open()).send(new PublishCommand(input))).rejects.toThrow(message)
  })

  it('keeps what was published', async () => {
    const made = world()
    await (await open(made)).send(new PublishCommand({ TopicArn, Message: 'x', Subject: 's' }))
    expect(made.state['123456789012']?.['eu-west-1']?.['sns']).toMatchObject({
      messages: [{ topicArn: TopicArn, subject: 's', message: 'x' }],
    })
  })
})
