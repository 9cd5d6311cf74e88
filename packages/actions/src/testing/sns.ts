/**
 * SNS in process: topics with their subscriptions, and every message that was published.
 *
 * The Region and account of a topic are in its ARN, and a call must reach that Region; another account's topic is
 * looked up there, as long as its policy is not at stake.
 */
import type {
  ListSubscriptionsByTopicCommandInput,
  ListSubscriptionsByTopicCommandOutput,
  PublishCommandInput,
  PublishCommandOutput,
  Subscription,
} from '@aws-sdk/client-sns'
import { awsError, defineFake, type FakeContext, type Output } from './fake.js'
import { pageOf } from './page-of.js'

export interface SnsMessage {
  topicArn: string
  subject: string | null
  message: string
}

export interface SnsTopic {
  /** Confirmed subscriptions, each as `protocol:endpoint`. */
  subscriptions?: string[]
  /** Subscriptions that nobody has confirmed. */
  pending?: number
}

export interface SnsState {
  /** By name. */
  topics: { [name: string]: SnsTopic }
  messages: SnsMessage[]
}

type Context = FakeContext<SnsState>

export const fakeSns = defineFake<SnsState>({
  key: 'sns',
  service: 'SNS',
  prefix: 'sns',
  scope: 'region',
  initial: () => ({ topics: {}, messages: [] }),
  operations: {
    Publish(input: PublishCommandInput, context: Context): Output<PublishCommandOutput> {
      const topicArn = input.TopicArn ?? ''
      topicOf(topicArn, context)
      const { Subject: subject, Message: message = '' } = input
      if (subject !== undefined && !/^[\x20-\x7e]{1,100}$/.test(subject)) {
        throw awsError('InvalidParameterException', 'Invalid parameter: Subject')
      }
      if (message === '') throw awsError('InvalidParameterException', 'Invalid parameter: Empty message')
      if (new TextEncoder().encode(message).length > 262_144) {
        throw awsError('InvalidParameterException', 'Invalid parameter: Message too long')
      }
      context.state.messages.push({ topicArn, subject: subject ?? null, message })
      return { MessageId: `00000000-0000-4000-8000-${String(context.nextId()).padStart(12, '0')}` }
    },
    ListSubscriptionsByTopic(
      input: ListSubscriptionsByTopicCommandInput,
      context: Context,
    ): Output<ListSubscriptionsByTopicCommandOutput> {
      const TopicArn = input.TopicArn ?? ''
      const { items, next } = pageOf(subscriptionsOf(TopicArn, topicOf(TopicArn, context)), input.NextToken, 100)
      return { Subscriptions: items, ...(next === null ? {} : { NextToken: next }) }
    },
  },
})

/** Those that wait to be confirmed come first and have a word where the others have an ARN, as in AWS. */
function subscriptionsOf(TopicArn: string, { subscriptions = [], pending = 0 }: SnsTopic): Subscription[] {
  const Owner = TopicArn.split(':')[4] ?? ''
  const waiting = Array.from({ length: pending }, (_, index) => ({
    SubscriptionArn: 'PendingConfirmation',
    Owner,
    Protocol: 'email',
    Endpoint: `pending-${index + 1}@example.com`,
    TopicArn,
  }))
  const confirmed = subscriptions.map((subscription, index) => {
    const [Protocol = '', ...endpoint] = subscription.split(':')
    const id = `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`
    return { SubscriptionArn: `${TopicArn}:${id}`, Owner, Protocol, Endpoint: endpoint.join(':'), TopicArn }
  })
  return [...waiting, ...confirmed]
}

function topicOf(arn: string, { elsewhere, region, partition }: Context): SnsTopic {
  const [, arnPartition, service, arnRegion, account, name = ''] = arn.split(':')
  if (arnPartition !== partition || service !== 'sns' || arnRegion !== region) {
    throw awsError('InvalidParameterException', 'Invalid parameter: TopicArn')
  }
  const topics = elsewhere().find((other) => other.account === account)?.state.topics ?? {}
  const topic = Object.hasOwn(topics, name) ? topics[name] : undefined
  if (topic === undefined) throw awsError('NotFoundException', 'Topic does not exist', 404)
  return topic
}
