import { describe, expect, it } from 'vitest'
import { inProcessAws } from '../testing/in-process-aws.js'
import { whyNotCreate } from './why-not-create.js'

const place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const topicArn = 'arn:aws:sns:eu-west-1:123456789012:security'
const wanted = { logGroupName: 'trail', filterName: 'f', alarmName: 'a', topicArn }

describe('whyNotCreate', () => {
  it('finds nothing in the way of what is free and heard, and asks only for what is to be created', async () => {
    const { aws } = inProcessAws({
      '123456789012': {
        'eu-west-1': {
          logs: { logGroups: { trail: {} } },
          cloudwatch: { alarms: { a: {} } },
          sns: { topics: { security: { subscriptions: ['email:a@example.com'] } } },
        },
      },
    })
    const session = await aws.reading(place)
    const filter = { name: 'f', metricName: 'M', metricNamespace: 'N' }
    expect(await whyNotCreate({ filter, alarm: null }, { ...wanted, alarmName: 'b' }, session)).toBeNull()
    expect(await whyNotCreate({ filter, alarm: { name: 'a', topicArn } }, wanted, session)).toBeNull()
    expect(await whyNotCreate({ filter, alarm: null }, wanted, session)).toMatchObject({ code: 'NAME_TAKEN' })
  })
})
