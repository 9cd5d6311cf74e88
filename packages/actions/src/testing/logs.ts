/**
 * CloudWatch Logs in process: log groups with their retention, and metric filters.
 *
 * A group without `retentionInDays` keeps its events for ever, as in AWS. Putting a metric filter under a name that
 * is taken replaces that filter without a word, which AWS does too.
 */
import type {
  CreateLogGroupCommandInput,
  DeleteLogGroupCommandInput,
  DeleteMetricFilterCommandInput,
  DeleteRetentionPolicyCommandInput,
  DescribeLogGroupsCommandInput,
  DescribeLogGroupsCommandOutput,
  DescribeMetricFiltersCommandInput,
  DescribeMetricFiltersCommandOutput,
  MetricTransformation,
  PutMetricFilterCommandInput,
  PutRetentionPolicyCommandInput,
} from '@aws-sdk/client-cloudwatch-logs'
import { awsError, defineFake, type FakeContext, type Output } from './fake.js'
import { pageOf } from './page-of.js'

export interface MetricFilterState {
  filterPattern: string
  metricTransformations: MetricTransformation[]
}

export interface LogGroupState {
  /** Absent: events never expire. */
  retentionInDays?: number
  kmsKeyId?: string
  tags?: { [key: string]: string }
  metricFilters?: { [name: string]: MetricFilterState }
}

export interface LogsState {
  logGroups: { [name: string]: LogGroupState }
}

type Context = FakeContext<LogsState>

/** The values that PutRetentionPolicy takes (API reference, “PutRetentionPolicy”). */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]

export const fakeLogs = defineFake<LogsState>({
  key: 'logs',
  service: 'CloudWatch Logs',
  prefix: 'logs',
  scope: 'region',
  initial: () => ({ logGroups: {} }),
  operations: {
    DescribeLogGroups(input: DescribeLogGroupsCommandInput, context: Context): Output<DescribeLogGroupsCommandOutput> {
      const { account, region, partition, now, state } = context
      const named = Object.entries(state.logGroups)
        .filter(([name]) => name.startsWith(input.logGroupNamePrefix ?? ''))
        .filter(([name]) => name.includes(input.logGroupNamePattern ?? ''))
        .sort(([a], [b]) => (a < b ? -1 : 1))
      const { items, next } = pageOf(named, input.nextToken, input.limit ?? 50)
      const logGroups = items.map(([name, group]) => {
        const arn = `arn:${partition}:logs:${region}:${account}:log-group:${name}`
        return {
          logGroupName: name,
          arn: `${arn}:*`,
          logGroupArn: arn,
          creationTime: now,
          metricFilterCount: Object.keys(group.metricFilters ?? {}).length,
          ...(group.retentionInDays === undefined ? {} : { retentionInDays: group.retentionInDays }),
          ...(group.kmsKeyId === undefined ? {} : { kmsKeyId: group.kmsKeyId }),
        }
      })
      return { logGroups, ...(next === null ? {} : { nextToken: next }) }
    },
    CreateLogGroup(input: CreateLogGroupCommandInput, { state }: Context) {
      const name = input.logGroupName ?? ''
      if (!/^[.\-_/#A-Za-z0-9]{1,512}$/.test(name)) {
        throw awsError('InvalidParameterException', `1 validation error detected: Value '${name}' at 'logGroupName'`)
      }
      if (Object.hasOwn(state.logGroups, name)) {
        throw awsError('ResourceAlreadyExistsException', 'The specified log group already exists')
      }
      state.logGroups[name] = {
        ...(input.kmsKeyId === undefined ? {} : { kmsKeyId: input.kmsKeyId }),
        ...(input.tags === undefined ? {} : { tags: input.tags }),
      }
      return undefined
    },
    DeleteLogGroup(input: DeleteLogGroupCommandInput, context: Context) {
      groupOf(input.logGroupName, context)
      delete context.state.logGroups[input.logGroupName ?? '']
      return undefined
    },
    PutRetentionPolicy(input: PutRetentionPolicyCommandInput, context: Context) {
      const days = input.retentionInDays ?? 0
      if (!retentions.includes(days)) {
        throw awsError('InvalidParameterException', `Value '${days}' at 'retentionInDays' is not allowed`)
      }
      groupOf(input.logGroupName, context).retentionInDays = days
      return undefined
    },
    DeleteRetentionPolicy(input: DeleteRetentionPolicyCommandInput, context: Context) {
      delete groupOf(input.logGroupName, context).retentionInDays
      return undefined
    },
    DescribeMetricFilters(
      input: DescribeMetricFiltersCommandInput,
      context: Context,
    ): Output<DescribeMetricFiltersCommandOutput> {
      const logGroupName = input.logGroupName ?? ''
      const filters = Object.entries(groupOf(logGroupName, context).metricFilters ?? {})
        .filter(([name]) => name.startsWith(input.filterNamePrefix ?? ''))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([filterName, filter]) => ({ filterName, logGroupName, creationTime: context.now, ...filter }))
      const { items, next } = pageOf(filters, input.nextToken, input.limit ?? 50)
      return { metricFilters: items, ...(next === null ? {} : { nextToken: next }) }
    },
    PutMetricFilter(input: PutMetricFilterCommandInput, context: Context) {
      const group = groupOf(input.logGroupName, context)
      group.metricFilters = {
        ...group.metricFilters,
        [input.filterName ?? '']: {
          filterPattern: input.filterPattern ?? '',
          metricTransformations: input.metricTransformations ?? [],
        },
      }
      return undefined
    },
    DeleteMetricFilter(input: DeleteMetricFilterCommandInput, context: Context) {
      const filters = groupOf(input.logGroupName, context).metricFilters ?? {}
      const name = input.filterName ?? ''
      if (!Object.hasOwn(filters, name)) {
        throw awsError('ResourceNotFoundException', 'The specified metric filter does not exist.')
      }
      delete filters[name]
      return undefined
    },
  },
})

function groupOf(name: string | undefined, { state }: Context): LogGroupState {
  const group = Object.hasOwn(state.logGroups, name ?? '') ? state.logGroups[name ?? ''] : undefined
  if (group === undefined) throw awsError('ResourceNotFoundException', 'The specified log group does not exist.')
  return group
}
