/** CloudWatch Logs and CloudWatch in moto: the metric filters and alarms of the CIS monitoring controls. */
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch'
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DescribeMetricFiltersCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'

export const monitoring = [
  {
    action: 'cloudwatch.create-metric-filter-alarm',
    async make({ account, client }) {
      const logs = client(CloudWatchLogsClient)
      const cloudwatch = client(CloudWatchClient)
      await logs.send(new CreateLogGroupCommand({ logGroupName: 'trail' }))
      const sns = client(SNSClient)
      const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'alarms' }))
      await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: TopicArn.replace(':sns:', ':sqs:') }))
      const seen = async () => {
        const { metricFilters } = await logs.send(new DescribeMetricFiltersCommand({ logGroupName: 'trail' }))
        const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({}))
        return `${metricFilters.length} ${MetricAlarms.filter((alarm) => alarm.AlarmActions.includes(TopicArn)).length}`
      }
      return {
        control: 'CloudWatch.1',
        type: 'AwsAccount',
        id: `AWS::::Account:${account}`,
        steps: [{ use: 'playbook', with: { logGroupName: 'trail', topicArn: TopicArn } }],
        isBad: async () => (await seen()) === '0 0',
        isGood: async () => (await seen()) === '1 1',
      }
    },
  },
]
