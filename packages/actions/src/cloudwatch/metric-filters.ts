/** Metric filters of a log group. A filter may make several metrics; the first is the one that alarms are sought on. */
import type { AwsSession } from '@redress/engine'
import { allPages } from '../aws/all-pages.js'
import { isAwsError } from '../aws/is-aws-error.js'
import { logs } from './client.js'

/** Part of a state, which is JSON; only a type alias counts as that. */
export type FilterState = {
  readonly name: string
  readonly metricName: string
  readonly metricNamespace: string
}

export interface FoundFilter {
  readonly pattern: string
  readonly filter: FilterState
}

/** All filters of the group that make a metric, by name; `null` when there is no such group. */
export async function findFilters(logGroupName: string, aws: AwsSession): Promise<readonly FoundFilter[] | null> {
  const { client, DescribeMetricFiltersCommand } = await logs(aws)
  try {
    const filters = await allPages(`metric filters of ${logGroupName}`, async (nextToken) => {
      const page = await client.send(new DescribeMetricFiltersCommand({ logGroupName, nextToken }))
      return { items: page.metricFilters, next: page.nextToken }
    })
    return filters.flatMap(({ filterName: name, filterPattern: pattern = '', metricTransformations = [] }) => {
      const { metricName, metricNamespace } = metricTransformations[0] ?? {}
      if (name === undefined || metricName === undefined || metricNamespace === undefined) return []
      return [{ pattern, filter: { name, metricName, metricNamespace } }]
    })
  } catch (error) {
    if (isAwsError(error, 'ResourceNotFoundException')) return null
    throw error
  }
}

/** Counts one for each log event that the pattern fits. */
export async function createFilter(
  { logGroupName, filterPattern }: { readonly logGroupName: string; readonly filterPattern: string },
  { name, metricName, metricNamespace }: FilterState,
  aws: AwsSession,
): Promise<void> {
  const { client, PutMetricFilterCommand } = await logs(aws)
  const metricTransformations = [{ metricName, metricNamespace, metricValue: '1' }]
  await client.send(
    new PutMetricFilterCommand({ logGroupName, filterName: name, filterPattern, metricTransformations }),
  )
}

export async function deleteFilter(logGroupName: string, filterName: string, aws: AwsSession): Promise<void> {
  const { client, DeleteMetricFilterCommand } = await logs(aws)
  await client.send(new DeleteMetricFilterCommand({ logGroupName, filterName }))
}
