import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  DescribeAlarmsForMetricCommand,
  GetMetricStatisticsCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from './in-process-aws.js'

const place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const open = async (state: object = {}) => {
  const { aws } = inProcessAws({ '123456789012': { 'eu-west-1': { cloudwatch: state } } })
  return (await aws.writing(place, JSON.parse('{}'))).client(CloudWatchClient)
}
const alarm = {
  AlarmName: 'a',
  MetricName: 'M',
  Namespace: 'N',
  EvaluationPeriods: 1,
  ComparisonOperator: 'GreaterThanThreshold' as const,
}

describe('CloudWatch in process', () => {
  it('finds alarms by name and by metric, with AWS’s defaults', async () => {
    const cloudwatch = await open({ alarms: { other: { MetricName: 'M', Namespace: 'Else' } } })
    await cloudwatch.send(new PutMetricAlarmCommand(alarm))
    const wanted = { ...alarm, ActionsEnabled: true, AlarmActions: [], TreatMissingData: 'missing' }
    const byMetric = await cloudwatch.send(new DescribeAlarmsForMetricCommand({ MetricName: 'M', Namespace: 'N' }))
    expect(byMetric.MetricAlarms).toMatchObject([wanted])
    expect(byMetric.MetricAlarms).toHaveLength(1)
    const byName = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: ['a', 'gone'] }))
    expect(byName.MetricAlarms).toMatchObject([wanted])
    expect((await cloudwatch.send(new DescribeAlarmsCommand({}))).MetricAlarms).toHaveLength(2)
  })

  it('deletes all alarms of a call or none', async () => {
    const cloudwatch = await open({ alarms: { a: {} } })
    await expect(cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: ['a', 'gone'] }))).rejects.toThrow(
      'Alarm gone does not exist',
    )
    expect((await cloudwatch.send(new DescribeAlarmsCommand({}))).MetricAlarms).toHaveLength(1)
    await cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: ['a'] }))
    expect((await cloudwatch.send(new DescribeAlarmsCommand({}))).MetricAlarms).toEqual([])
  })

  it('gives the data points of one metric and its dimensions, from the start and before the end', async () => {
    const point = { namespace: 'N', name: 'M', dimensions: { Id: 'i-1' }, at: '2026-11-20T00:00:00Z', sum: 3 }
    const metrics = [
      point,
      { ...point, at: '2026-11-21T00:00:00Z', sum: 5 },
      { ...point, dimensions: { Id: 'i-2' } },
      { ...point, dimensions: {} },
    ]
    const cloudwatch = await open({ metrics })
    const { Datapoints } = await cloudwatch.send(
      new GetMetricStatisticsCommand({
        Namespace: 'N',
        MetricName: 'M',
        Dimensions: [{ Name: 'Id', Value: 'i-1' }],
        StartTime: new Date('2026-11-20T00:00:00Z'),
        EndTime: new Date('2026-11-21T00:00:00Z'),
        Period: 86_400,
        Statistics: ['Sum'],
      }),
    )
    expect(Datapoints).toEqual([{ Timestamp: new Date('2026-11-20T00:00:00Z'), Sum: 3 }])
  })
})
