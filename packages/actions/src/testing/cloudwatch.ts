/**
 * CloudWatch in process: metric alarms, and data points of metrics for those who look back at one.
 *
 * Putting an alarm replaces all of it; members that are not given fall back to AWS's defaults.
 */
import type {
  DeleteAlarmsCommandInput,
  DescribeAlarmsCommandInput,
  DescribeAlarmsCommandOutput,
  DescribeAlarmsForMetricCommandInput,
  DescribeAlarmsForMetricCommandOutput,
  GetMetricStatisticsCommandInput,
  GetMetricStatisticsCommandOutput,
  MetricAlarm,
  PutMetricAlarmCommandInput,
} from '@aws-sdk/client-cloudwatch'
import { awsError, defineFake, type FakeContext, type Output } from './fake.js'
import { pageOf } from './page-of.js'

/** One data point; `at` is ISO 8601. */
export interface MetricPoint {
  namespace: string
  name: string
  dimensions?: { [name: string]: string }
  at: string
  sum: number
}

export interface CloudWatchState {
  /** By name, with the members of PutMetricAlarm. */
  alarms: { [name: string]: Omit<PutMetricAlarmCommandInput, 'AlarmName'> }
  metrics: MetricPoint[]
}

type Context = FakeContext<CloudWatchState>

export const fakeCloudWatch = defineFake<CloudWatchState>({
  key: 'cloudwatch',
  service: 'CloudWatch',
  prefix: 'cloudwatch',
  scope: 'region',
  initial: () => ({ alarms: {}, metrics: [] }),
  operations: {
    PutMetricAlarm({ AlarmName, ...alarm }: PutMetricAlarmCommandInput, { state }: Context) {
      const missing = ['ComparisonOperator', 'EvaluationPeriods'].find((name) => !(name in alarm))
      if (AlarmName === undefined || missing !== undefined) {
        throw awsError('ValidationError', `The parameter ${missing ?? 'AlarmName'} is required`)
      }
      state.alarms[AlarmName] = alarm
      return undefined
    },
    DescribeAlarms(input: DescribeAlarmsCommandInput, context: Context): Output<DescribeAlarmsCommandOutput> {
      const found = alarmsOf(context)
        .filter(({ AlarmName = '' }) => input.AlarmNames?.includes(AlarmName) ?? true)
        .filter(({ AlarmName = '' }) => AlarmName.startsWith(input.AlarmNamePrefix ?? ''))
      const { items, next } = pageOf(found, input.NextToken, input.MaxRecords ?? 50)
      return { MetricAlarms: items, CompositeAlarms: [], ...(next === null ? {} : { NextToken: next }) }
    },
    DescribeAlarmsForMetric(
      input: DescribeAlarmsForMetricCommandInput,
      context: Context,
    ): Output<DescribeAlarmsForMetricCommandOutput> {
      return {
        MetricAlarms: alarmsOf(context).filter(
          ({ MetricName, Namespace }) => MetricName === input.MetricName && Namespace === input.Namespace,
        ),
      }
    },
    DeleteAlarms(input: DeleteAlarmsCommandInput, { state }: Context) {
      for (const name of input.AlarmNames ?? []) {
        if (!Object.hasOwn(state.alarms, name)) throw awsError('ResourceNotFound', `Alarm ${name} does not exist`, 404)
      }
      for (const name of input.AlarmNames ?? []) delete state.alarms[name]
      return undefined
    },
    GetMetricStatistics(
      input: GetMetricStatisticsCommandInput,
      { state }: Context,
    ): Output<GetMetricStatisticsCommandOutput> {
      const from = input.StartTime?.getTime() ?? 0
      const to = input.EndTime?.getTime() ?? Number.POSITIVE_INFINITY
      const points = state.metrics.filter(({ namespace, name, dimensions = {}, at }) => {
        const wanted = input.Dimensions ?? []
        return (
          namespace === input.Namespace &&
          name === input.MetricName &&
          wanted.length === Object.keys(dimensions).length &&
          wanted.every(({ Name = '', Value }) => dimensions[Name] === Value) &&
          Date.parse(at) >= from &&
          Date.parse(at) < to
        )
      })
      return {
        Label: input.MetricName,
        Datapoints: points.map(({ at, sum }) => ({ Timestamp: new Date(at), Sum: sum })),
      }
    },
  },
})

function alarmsOf({ state, partition, region, account }: Context): MetricAlarm[] {
  return Object.entries(state.alarms)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, alarm]) => ({
      AlarmName: name,
      AlarmArn: `arn:${partition}:cloudwatch:${region}:${account}:alarm:${name}`,
      ActionsEnabled: true,
      AlarmActions: [],
      OKActions: [],
      InsufficientDataActions: [],
      TreatMissingData: 'missing',
      StateValue: 'INSUFFICIENT_DATA',
      ...alarm,
    }))
}
