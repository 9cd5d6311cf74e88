/**
 * Creates a metric filter on a trail's log group, an alarm on its metric, and lets the alarm notify a topic: what the
 * CIS monitoring controls ask for.
 *
 * A filter with exactly this pattern and an alarm on its metric that somebody hears count under any name, as they do
 * for the control. Nothing that is there is ever changed: what is missing is created under names that must be free,
 * and undo deletes that and no more. No log group is made, since an alarm on an empty one could never fire.
 */
import { defineSetting } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { type AlarmState, alarmOn, createAlarm, deleteAlarm } from './alarms.js'
import { createFilter, deleteFilter, type FilterState, findFilters } from './metric-filters.js'
import { whyNotCreate } from './why-not-create.js'

const metricName = '^[^:*$\\x00-\\x1f]{1,255}$'

const params = Type.Object(
  {
    logGroupName: Type.String({
      pattern: '^[.\\-_/#A-Za-z0-9]{1,512}$',
      description: 'Log group that a multi-Region trail writes to.',
    }),
    filterName: Type.String({ pattern: '^[^:*\\x00-\\x1f]{1,512}$', description: 'Name for a new metric filter.' }),
    filterPattern: Type.String({ minLength: 1, maxLength: 1024, description: 'Pattern, compared as it stands.' }),
    metricName: Type.String({ pattern: metricName, description: 'Metric of a new filter.' }),
    metricNamespace: Type.String({ pattern: metricName, description: 'Namespace of that metric.' }),
    alarmName: Type.String({ minLength: 1, maxLength: 255, description: 'Name for a new alarm.' }),
    alarmDescription: Type.Optional(Type.String({ maxLength: 1024, description: 'What the alarm says of itself.' })),
    topicArn: Type.String({
      pattern: '^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$',
      description: 'Topic that a new alarm notifies; it needs a confirmed subscriber.',
    }),
  },
  { additionalProperties: false },
)

type State = { readonly filter: FilterState | null; readonly alarm: AlarmState | null }

export const createMetricFilterAlarm = defineSetting({
  name: 'cloudwatch.create-metric-filter-alarm',
  summary: 'Create a metric filter on a log group and an alarm that notifies a topic.',
  resource: 'AWS::Logs::MetricFilter',
  risk: 'safe',
  permissions: {
    read: [
      'cloudwatch:DescribeAlarms',
      'cloudwatch:DescribeAlarmsForMetric',
      'logs:DescribeMetricFilters',
      'sns:ListSubscriptionsByTopic',
    ],
    write: ['cloudwatch:DeleteAlarms', 'cloudwatch:PutMetricAlarm', 'logs:DeleteMetricFilter', 'logs:PutMetricFilter'],
  },

  params,

  describe: ({ alarmName, logGroupName }) => `create alarm ${alarmName} on log group ${logGroupName}`,

  async read({ logGroupName, filterPattern }, aws): Promise<State> {
    const filters = (await findFilters(logGroupName, aws)) ?? []
    const fitting = filters.filter(({ pattern }) => pattern.trim() === filterPattern.trim())
    for (const { filter } of fitting) {
      const alarm = await alarmOn(filter, aws)
      if (alarm !== null) return { filter, alarm }
    }
    return { filter: fitting[0]?.filter ?? null, alarm: null }
  },

  want({ filter, alarm }, { filterName, metricName, metricNamespace, alarmName, topicArn }) {
    return {
      filter: filter ?? { name: filterName, metricName, metricNamespace },
      alarm: alarm ?? { name: alarmName, topicArn },
    }
  },

  hold: (state, wanted, aws) => whyNotCreate(state, wanted, aws),

  async write(wanted, next, aws, current) {
    if (current.alarm !== null && next.alarm === null) await deleteAlarm(current.alarm.name, aws)
    if (current.filter !== null && next.filter === null) {
      await deleteFilter(wanted.logGroupName, current.filter.name, aws)
    }
    if (current.filter === null && next.filter !== null) await createFilter(wanted, next.filter, aws)
    if (current.alarm === null && next.alarm !== null && next.filter !== null) {
      await createAlarm(next.alarm, next.filter, wanted.alarmDescription ?? null, aws)
    }
  },
})
