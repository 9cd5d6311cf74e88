/** Messages: SNS and EventBridge in moto, read back from an SQS queue where moto delivers; webhooks to a server of our own. */
import { createServer } from 'node:http'
import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge'
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { region } from '../account.mjs'

/** Redress itself runs in this account; a topic is that of its own account and not of the target. */
const homeAccount = '123456789012'
const home = { credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'moto' } }
const finding = { control: 'S3.8', type: 'AwsS3Bucket', id: 'arn:aws:s3:::logs' }

async function queue(client, name) {
  const sqs = client(SQSClient, home)
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }))
  const received = []
  return {
    arn: `arn:aws:sqs:${region}:${homeAccount}:${name}`,
    async messages() {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
      received.push(...Messages.map(({ Body }) => JSON.parse(Body)))
      return received
    },
  }
}

export const notify = [
  {
    action: 'notify.sns',
    message: true,
    async make({ client, account }) {
      const sns = client(SNSClient, home)
      const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: `secops-${account}` }))
      const inbox = await queue(client, `sns-${account}`)
      await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: inbox.arn }))
      return {
        ...finding,
        with: { topicArn: TopicArn, subject: 'Redress', text: 'bucket ${resource.name} <is> open' },
        isBad: async () => (await inbox.messages()).length === 0,
        isGood: async () => (await inbox.messages()).some(({ Message }) => Message.includes('bucket logs <is> open')),
      }
    },
  },
  {
    action: 'notify.eventbridge',
    message: true,
    async make({ client, account }) {
      const events = client(EventBridgeClient, home)
      const Name = `secops-${account}`
      const { EventBusArn } = await events.send(new CreateEventBusCommand({ Name }))
      const inbox = await queue(client, `events-${account}`)
      await events.send(
        new PutRuleCommand({
          Name: 'all',
          EventBusName: Name,
          EventPattern: JSON.stringify({ 'detail-type': ['Redress'] }),
          State: 'ENABLED',
        }),
      )
      await events.send(
        new PutTargetsCommand({ Rule: 'all', EventBusName: Name, Targets: [{ Id: 'queue', Arn: inbox.arn }] }),
      )
      return {
        ...finding,
        with: { busArn: EventBusArn, detailType: 'Redress', text: 'bucket ${resource.name} is open' },
        isBad: async () => (await inbox.messages()).length === 0,
        isGood: async () =>
          (await inbox.messages()).some((event) => JSON.stringify(event).includes('bucket logs is open')),
      }
    },
  },
  {
    action: 'notify.webhook',
    message: true,
    async make() {
      const posts = []
      const server = createServer((request, response) => {
        let body = ''
        request.on('data', (chunk) => {
          body += chunk
        })
        request.on('end', () => {
          posts.push(JSON.parse(body))
          response.end('ok')
        })
      })
      await new Promise((done) => server.listen(0, '127.0.0.1', done))
      server.unref()
      return {
        ...finding,
        with: {
          url: `http://127.0.0.1:${server.address().port}/hook`,
          format: 'slack',
          text: 'bucket ${resource.name} <is> open',
        },
        isBad: async () => posts.length === 0,
        isGood: async () => posts.length === 1 && JSON.stringify(posts).includes('bucket logs &lt;is&gt; open'),
      }
    },
  },
]
