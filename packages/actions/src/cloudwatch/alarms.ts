/**
 * Alarms on a metric, and whether anybody hears them.
 *
 * An alarm counts when its actions are on and one of them is a topic with a confirmed subscriber; a topic that is
 * gone counts as nobody.
 */
import type { AwsSession } from '@redress/engine'
import { allPages } from '../aws/all-pages.js'
import { isAwsError } from '../aws/is-aws-error.js'
import { cloudWatch, sns } from './client.js'
import type { FilterState } from './metric-filters.js'

/** Part of a state, which is JSON; only a type alias counts as that. */
export type AlarmState = {
  readonly name: string
  readonly topicArn: string
}

/** The first alarm, by name, on the filter's metric that somebody hears; `null` when there is none. */
export async function alarmOn(
  { metricName, metricNamespace }: Pick<FilterState, 'metricName' | 'metricNamespace'>,
  aws: AwsSession,
): Promise<AlarmState | null> {
  const { client, DescribeAlarmsForMetricCommand } = await cloudWatch(aws)
  const { MetricAlarms = [] } = await client.send(
    new DescribeAlarmsForMetricCommand({ MetricName: metricName, Namespace: metricNamespace }),
  )
  const byName = MetricAlarms.toSorted((a, b) => ((a.AlarmName ?? '') < (b.AlarmName ?? '') ? -1 : 1))
  for (const { AlarmName, ActionsEnabled, AlarmActions = [] } of byName) {
    if (AlarmName === undefined || ActionsEnabled === false) continue
    for (const topicArn of AlarmActions.filter((arn) => arn.split(':')[2] === 'sns')) {
      const subscribers = await subscribersOf(topicArn, aws)
      if (subscribers !== null && subscribers > 0) return { name: AlarmName, topicArn }
    }
  }
  return null
}

/**
 * How many confirmed subscribers a topic has; `null` when there is no such topic. A subscription has an ARN once it is
 * confirmed, and a word such as `PendingConfirmation` in its place before. Security Hub's control makes the same call.
 */
export async function subscribersOf(topicArn: string, aws: AwsSession): Promise<number | null> {
  const { client, ListSubscriptionsByTopicCommand } = await sns(aws)
  try {
    const subscriptions = await allPages(`subscriptions of ${topicArn}`, async (NextToken) => {
      const page = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, NextToken }))
      return { items: page.Subscriptions, next: page.NextToken }
    })
    return subscriptions.filter(({ SubscriptionArn }) => SubscriptionArn?.startsWith('arn:')).length
  } catch (error) {
    if (isAwsError(error, 'NotFoundException', 'NotFound')) return null
    throw error
  }
}

/** True for alarms of both kinds, since they share their names. */
export async function alarmExists(name: string, aws: AwsSession): Promise<boolean> {
  const { client, DescribeAlarmsCommand } = await cloudWatch(aws)
  const { MetricAlarms = [], CompositeAlarms = [] } = await client.send(
    new DescribeAlarmsCommand({ AlarmNames: [name], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] }),
  )
  return MetricAlarms.length + CompositeAlarms.length > 0
}

/** Fires on the first event in five minutes; silence is no alarm, because the metric has data only on events. */
export async function createAlarm(
  { name, topicArn }: AlarmState,
  { metricName, metricNamespace }: FilterState,
  description: string | null,
  aws: AwsSession,
): Promise<void> {
  const { client, PutMetricAlarmCommand } = await cloudWatch(aws)
  await client.send(
    new PutMetricAlarmCommand({
      AlarmName: name,
      ...(description === null ? {} : { AlarmDescription: description }),
      ActionsEnabled: true,
      AlarmActions: [topicArn],
      MetricName: metricName,
      Namespace: metricNamespace,
      Statistic: 'Sum',
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    }),
  )
}

export async function deleteAlarm(name: string, aws: AwsSession): Promise<void> {
  const { client, DeleteAlarmsCommand } = await cloudWatch(aws)
  await client.send(new DeleteAlarmsCommand({ AlarmNames: [name] }))
}
