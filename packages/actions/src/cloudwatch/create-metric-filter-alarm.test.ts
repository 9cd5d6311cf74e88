import { describe, expect, it } from 'vitest'
import { checks } from '../testing/checks.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { keepsTheLaws } from '../testing/laws.js'
import { planOf } from '../testing/plan-of.js'
import { createMetricFilterAlarm } from './create-metric-filter-alarm.js'

const topicArn = 'arn:aws:sns:eu-west-1:123456789012:security'
const params = {
  logGroupName: 'trail',
  filterName: 'root-use',
  filterPattern: '{$.userIdentity.type="Root"}',
  metricName: 'RootUse',
  metricNamespace: 'CIS',
  alarmName: 'root-use',
  alarmDescription: 'The root user was used.',
  topicArn,
}

interface Parts {
  readonly logs?: object
  readonly cloudwatch?: object
  readonly sns?: object
}
const heard = { topics: { security: { subscriptions: ['email:secops@example.com'] } } }
const trail = { logGroups: { trail: {} } }
const world = ({ logs = trail, cloudwatch = {}, sns = heard }: Parts) =>
  inProcessAws({ '123456789012': { 'eu-west-1': { logs, cloudwatch, sns } } })

const filtered = (filterPattern = params.filterPattern, name = 'by-hand', metricName = 'ByHand') => ({
  logGroups: {
    trail: {
      metricFilters: {
        [name]: { filterPattern, metricTransformations: [{ metricName, metricNamespace: 'Team', metricValue: '1' }] },
      },
    },
  },
})
const alarmed = (members: object = {}, name = 'by-hand') => ({
  alarms: { [name]: { MetricName: 'ByHand', Namespace: 'Team', AlarmActions: [topicArn], ...members } },
})

keepsTheLaws(createMetricFilterAlarm, params, {
  open: {
    'a log group without filters': () => world({}),
    'a filter of another pattern': () => world({ logs: filtered('{$.eventName=x}'), cloudwatch: alarmed() }),
    'a filter by another name, without an alarm': () => world({ logs: filtered() }),
    'an alarm whose actions are off': () => world({ logs: filtered(), cloudwatch: alarmed({ ActionsEnabled: false }) }),
    'an alarm without actions': () => world({ logs: filtered(), cloudwatch: alarmed({ AlarmActions: [] }) }),
    'an alarm that starts a machine': () =>
      world({
        logs: filtered(),
        cloudwatch: alarmed({ AlarmActions: ['arn:aws:automate:eu-west-1:ec2:recover'] }),
      }),
    'an alarm whose topic is gone': () =>
      world({ logs: filtered(), cloudwatch: alarmed({ AlarmActions: [`${topicArn}-old`] }) }),
    'an alarm whose topic nobody hears': () =>
      world({
        logs: filtered(),
        cloudwatch: alarmed({ AlarmActions: [`${topicArn}-deaf`] }),
        sns: { topics: { ...heard.topics, 'security-deaf': { pending: 1 } } },
      }),
  },
  closed: {
    'a filter and an alarm by other names': () => world({ logs: filtered(), cloudwatch: alarmed() }),
    'an alarm with a topic that somebody hears among others': () =>
      world({ logs: filtered(), cloudwatch: alarmed({ AlarmActions: [`${topicArn}-old`, topicArn] }) }),
    'an alarm on another topic, also where ours is gone': () =>
      world({
        logs: filtered(),
        cloudwatch: alarmed({ AlarmActions: [`${topicArn}-team`] }),
        sns: { topics: { 'security-team': { subscriptions: ['email:team@example.com'] } } },
      }),
  },
})

describe('cloudwatch.create-metric-filter-alarm', () => {
  const created = {
    filter: { name: 'root-use', metricName: 'RootUse', metricNamespace: 'CIS' },
    alarm: { name: 'root-use', topicArn },
  }

  it('plans both where nothing is there', async () => {
    expect(await planOf(createMetricFilterAlarm, params, world({}))).toEqual({
      kind: 'change',
      before: { filter: null, alarm: null },
      after: created,
    })
  })

  it('sets the alarm on the metric of a filter that is there', async () => {
    const filter = { name: 'by-hand', metricName: 'ByHand', metricNamespace: 'Team' }
    expect(await planOf(createMetricFilterAlarm, params, world({ logs: filtered() }))).toEqual({
      kind: 'change',
      before: { filter, alarm: null },
      after: { filter, alarm: created.alarm },
    })
  })

  const refusals: readonly [string, Parts, string, string][] = [
    ['there is no log group', { logs: {} }, 'LOG_GROUP_NOT_FOUND', 'there is no log group `trail`'],
    [
      'the filter’s name is taken',
      { logs: filtered('{$.eventName=x}', 'root-use') },
      'NAME_TAKEN',
      'a metric filter `root-use` with another pattern is there already',
    ],
    [
      'the alarm’s name is taken',
      { logs: filtered(), cloudwatch: alarmed({ AlarmActions: [] }, 'root-use') },
      'NAME_TAKEN',
      'an alarm `root-use` is there already, on another metric or without a topic that somebody hears',
    ],
    ['there is no topic', { sns: {} }, 'TOPIC_NOT_FOUND', `there is no topic \`${topicArn}\``],
    [
      'nobody hears the topic',
      { sns: { topics: { security: { pending: 2 } } } },
      'TOPIC_WITHOUT_SUBSCRIBER',
      `the topic \`${topicArn}\` has no confirmed subscriber`,
    ],
  ]
  it.each(refusals)('is refused where %s', async (_name, parts, code, message) => {
    expect(await planOf(createMetricFilterAlarm, params, world(parts))).toEqual({ kind: 'refused', code, message })
  })

  it('is refused where the topic is in another Region', async () => {
    const elsewhere = { ...params, topicArn: 'arn:aws:sns:us-east-1:123456789012:security' }
    expect(await planOf(createMetricFilterAlarm, elsewhere, world({}))).toEqual({
      kind: 'refused',
      code: 'TOPIC_REGION',
      message: 'the topic is in us-east-1, and an alarm in eu-west-1 needs one there',
    })
  })

  it.each([
    [params, true],
    [{ ...params, topicArn: 'security' }, false],
    [{ ...params, topicArn: `${topicArn}.fifo` }, false],
    [{ ...params, filterPattern: '' }, false],
    [{ ...params, filterName: 'a:b' }, false],
    [{ ...params, more: 1 }, false],
  ])('takes %j: %s', (given, fine) => {
    expect(checks(createMetricFilterAlarm.params, given)).toBe(fine)
  })
})
