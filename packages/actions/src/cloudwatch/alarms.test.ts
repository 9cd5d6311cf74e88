import { describe, expect, it } from 'vitest'
import { awsError } from '../testing/fake.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { alarmExists, alarmOn, createAlarm, deleteAlarm, subscribersOf } from './alarms.js'

const place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const topicArn = 'arn:aws:sns:eu-west-1:123456789012:security'
const filter = { name: 'f', metricName: 'M', metricNamespace: 'N' }
const world = () =>
  inProcessAws({
    '123456789012': { 'eu-west-1': { sns: { topics: { security: { subscriptions: ['email:a@example.com'] } } } } },
  })

describe('alarms', () => {
  it('can be created, found and deleted', async () => {
    const { aws, state } = world()
    const session = await aws.writing(place, JSON.parse('{}'))
    await createAlarm({ name: 'a', topicArn }, filter, 'why', session)
    expect(await alarmOn(filter, session)).toEqual({ name: 'a', topicArn })
    expect(await alarmExists('a', session)).toBe(true)
    expect(state['123456789012']?.['eu-west-1']?.['cloudwatch']).toMatchObject({
      alarms: {
        a: {
          AlarmDescription: 'why',
          Statistic: 'Sum',
          Period: 300,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          TreatMissingData: 'notBreaching',
        },
      },
    })
    await deleteAlarm('a', session)
    expect(await alarmExists('a', session)).toBe(false)
    expect(await alarmOn(filter, session)).toBeNull()
  })

  it('count the first by name that somebody hears', async () => {
    const { aws } = world()
    const session = await aws.writing(place, JSON.parse('{}'))
    await createAlarm({ name: 'a', topicArn: `${topicArn}-old` }, filter, null, session)
    await createAlarm({ name: 'c', topicArn }, filter, null, session)
    await createAlarm({ name: 'b', topicArn }, filter, null, session)
    expect(await alarmOn(filter, session)).toEqual({ name: 'b', topicArn })
  })
})

describe('subscribersOf', () => {
  it('tells nobody from no topic', async () => {
    const session = await world().aws.reading(place)
    expect(await subscribersOf(topicArn, session)).toBe(1)
    expect(await subscribersOf(`${topicArn}-old`, session)).toBeNull()
  })
  it('looks for a confirmed one on every page', async () => {
    const topics = { security: { pending: 120, subscriptions: ['sqs:arn:aws:sqs:eu-west-1:123456789012:alarms'] } }
    const { aws } = inProcessAws({ '123456789012': { 'eu-west-1': { sns: { topics } } } })
    expect(await subscribersOf(topicArn, await aws.reading(place))).toBe(1)
  })
  it('does not take a denial for either', async () => {
    const made = world()
    made.fault = () => {
      throw awsError('AuthorizationErrorException', 'not authorized to perform: SNS:ListSubscriptionsByTopic', 403)
    }
    await expect(subscribersOf(topicArn, await made.aws.reading(place))).rejects.toThrow('not authorized')
  })
})
