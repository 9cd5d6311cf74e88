import { GetTopicAttributesCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns'
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
  it('counts subscribers, and knows topics of other accounts', async () => {
    const sns = await open()
    const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }))
    expect(Attributes).toMatchObject({ SubscriptionsConfirmed: '1', SubscriptionsPending: '2', Owner: '123456789012' })
    const theirs = 'arn:aws:sns:eu-west-1:111122223333:theirs'
    const answer = await sns.send(new GetTopicAttributesCommand({ TopicArn: theirs }))
    expect(answer.Attributes).toMatchObject({ SubscriptionsConfirmed: '0', Owner: '111122223333' })
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
