import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  DeleteMetricFilterCommand,
  DeleteRetentionPolicyCommand,
  DescribeLogGroupsCommand,
  DescribeMetricFiltersCommand,
  PutMetricFilterCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from './in-process-aws.js'

const place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const open = async (logGroups: object = {}) => {
  const { aws } = inProcessAws({ '123456789012': { 'eu-west-1': { logs: { logGroups } } } })
  return (await aws.writing(place, JSON.parse('{}'))).client(CloudWatchLogsClient)
}
const logGroupName = 'trail'

describe('CloudWatch Logs in process', () => {
  it('creates, describes and deletes a log group', async () => {
    const logs = await open()
    await logs.send(new CreateLogGroupCommand({ logGroupName, kmsKeyId: 'key' }))
    await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 365 }))
    const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: 'tr' }))
    expect(logGroups).toMatchObject([
      {
        logGroupName,
        retentionInDays: 365,
        kmsKeyId: 'key',
        arn: 'arn:aws:logs:eu-west-1:123456789012:log-group:trail:*',
        logGroupArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:trail',
      },
    ])
    await logs.send(new DeleteRetentionPolicyCommand({ logGroupName }))
    const later = await logs.send(new DescribeLogGroupsCommand({}))
    expect(later.logGroups?.[0]).not.toHaveProperty('retentionInDays')
    await logs.send(new DeleteLogGroupCommand({ logGroupName }))
    expect((await logs.send(new DescribeLogGroupsCommand({}))).logGroups).toEqual([])
  })

  it('answers in pages of fifty', async () => {
    const logs = await open(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`g${index}`, {}])))
    const first = await logs.send(new DescribeLogGroupsCommand({}))
    const second = await logs.send(new DescribeLogGroupsCommand({ nextToken: first.nextToken }))
    expect([first.logGroups?.length, second.logGroups?.length, second.nextToken]).toEqual([50, 10, undefined])
  })

  it('replaces a metric filter of the same name, and deletes it', async () => {
    const logs = await open({ trail: {} })
    const metricTransformations = [{ metricName: 'M', metricNamespace: 'N', metricValue: '1' }]
    for (const filterPattern of ['one', 'two']) {
      await logs.send(
        new PutMetricFilterCommand({ logGroupName, filterName: 'f', filterPattern, metricTransformations }),
      )
    }
    const { metricFilters } = await logs.send(new DescribeMetricFiltersCommand({ logGroupName }))
    expect(metricFilters).toMatchObject([{ filterName: 'f', filterPattern: 'two', metricTransformations }])
    await logs.send(new DeleteMetricFilterCommand({ logGroupName, filterName: 'f' }))
    expect((await logs.send(new DescribeMetricFiltersCommand({ logGroupName }))).metricFilters).toEqual([])
  })

  it('refuses as AWS does', async () => {
    const logs = await open({ trail: {} })
    const name = (promise: Promise<unknown>) =>
      promise.then(
        () => 'none',
        (error: unknown) => (error instanceof Error ? error.name : ''),
      )
    expect(await name(logs.send(new CreateLogGroupCommand({ logGroupName })))).toBe('ResourceAlreadyExistsException')
    expect(await name(logs.send(new CreateLogGroupCommand({ logGroupName: 'a b' })))).toBe('InvalidParameterException')
    expect(await name(logs.send(new DeleteLogGroupCommand({ logGroupName: 'x' })))).toBe('ResourceNotFoundException')
    expect(await name(logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 2 })))).toBe(
      'InvalidParameterException',
    )
    expect(await name(logs.send(new DeleteMetricFilterCommand({ logGroupName, filterName: 'f' })))).toBe(
      'ResourceNotFoundException',
    )
  })
})
