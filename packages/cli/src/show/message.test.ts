import { describe, expect, it } from 'vitest'
import { messageOf } from './message.js'

describe('messageOf', () => {
  it.each([
    [
      'notify.sns',
      { topicArn: 'arn:aws:sns:eu-west-1:123456789012:secops', subject: 'Closed', text: 'one\ntwo\r\n\r\nthree' },
      { to: 'arn:aws:sns:eu-west-1:123456789012:secops', subject: 'Closed', lines: ['one', 'two', '', 'three'] },
    ],
    [
      'notify.eventbridge',
      {
        busArn: 'arn:aws:events:eu-west-1:123456789012:event-bus/x',
        detailType: 'Closed',
        text: 'a',
        fields: { k: 'v' },
      },
      { to: 'arn:aws:events:eu-west-1:123456789012:event-bus/x', subject: 'Closed', lines: ['a', 'k: v'] },
    ],
    [
      'notify.webhook',
      { host: 'hooks.example.com', format: 'slack', subject: null, text: 'a' },
      { to: 'hooks.example.com, slack', subject: null, lines: ['a'] },
    ],
  ])('takes a %s apart', (use, content, message) => {
    expect(messageOf(use, content)).toEqual(message)
  })

  it('writes out what would move the cursor or break a line', () => {
    const content = { topicArn: 'x', subject: 'a\nb', text: 'c\u001b[2Jd\u2028e' }
    expect(messageOf('notify.sns', content)).toEqual({ to: 'x', subject: 'a b', lines: ['c\\u001b[2Jd\\u2028e'] })
  })

  it.each([
    ['s3.block-public-access', { text: 'a' }],
    ['notify.sns', { topicArn: 'x' }],
    ['notify.sns', null],
  ])('finds none in %s %j', (use, content) => {
    expect(messageOf(use, content)).toBeNull()
  })
})
