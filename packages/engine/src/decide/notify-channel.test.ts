import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule } from '../contracts/documents/rules.js'
import { notifyChannelParams } from '../contracts/notify-channel-params.js'
import { decideOne, knownActions } from '../testing/decide-sample.js'
import { samplePlaybook, sampleProject } from '../testing/sample-project.js'
import { toNotification } from './notify-channel.js'

describe('channels', () => {
  const notify = (channel: string): Rule => ({
    id: 'tell',
    title: 'Tell',
    match: { control: 'EC2.2' },
    steps: [{ use: 'notify.channel', with: { channel, text: 'see ${resource.name}: ${playbook.title}' } }],
  })
  const url = 'https://example.com/hook'
  const topicArn = 'arn:aws:sns:eu-west-1:123456789012:secops'
  const busArn = 'arn:aws:events:eu-west-1:123456789012:event-bus/default'
  const channels = {
    sns: { type: 'sns', topicArn },
    hook: { type: 'webhook', url },
    teams: { type: 'teams', url },
    bus: { type: 'eventbridge', busArn },
  } as const
  const text = 'see sg-0123: Default security groups are closed'

  it.each([
    ['sns', 'notify.sns', { topicArn, subject: 'Tell', text }],
    ['hook', 'notify.webhook', { url, format: 'generic', text, subject: 'Tell' }],
    ['teams', 'notify.webhook', { url, format: 'teams', text, subject: 'Tell' }],
    ['bus', 'notify.eventbridge', { busArn, detailType: 'Redress notification', text }],
  ])('become the action of their type: %s', (channel, use, params) => {
    const decision = decideOne({ project: { channels }, rules: [notify(channel)], playbooks: [samplePlaybook()] })
    expect(decision.steps.map((step) => [step.use, step.with])).toEqual([[use, params]])
  })

  it.each(['notify.channel', 'notify.webhook'])('keep the secret of a webhook out of the decision: %s', (use) => {
    const params = Type.Object({ url: Type.String({ writeOnly: true }) })
    const actions = new Map([...knownActions].map(([name, action]) => [name, { ...action, params }]))
    const given = use === 'notify.channel' ? { channel: 'hook', text: 'x' } : { url, text: 'x' }
    const rule: Rule = { id: 'tell', match: { control: 'EC2.2' }, steps: [{ use, with: given }] }
    const decided = decideOne({ project: { channels }, rules: [rule] }, {}, {}, actions)
    expect(decided.steps[0]?.with).toMatchObject({ url: 'https://example.com/…#channel:hook', text: 'x' })
    const other: Rule = {
      id: 'tell',
      match: { control: 'EC2.2' },
      steps: [{ use: 'notify.webhook', with: { url: '${finding.title}' } }],
    }
    expect(decideOne({ project: { channels }, rules: [other] }, {}, {}, actions).held).toEqual([
      {
        rule: 'tell',
        code: 'secret',
        message: '`url` of `notify.webhook` is a secret, which must stand in the project as it is',
        guide: [],
      },
    ])
  })

  it('that the project does not have hold the rule', () => {
    expect(decideOne({ rules: [notify('toString')], playbooks: [samplePlaybook()] }).held).toEqual([
      { rule: 'tell', code: 'unknown-channel', message: 'the project has no channel `toString`', guide: [] },
    ])
  })
})

describe('a notification', () => {
  const { project } = sampleProject({
    project: { channels: { hook: { type: 'webhook', url: 'https://example.com' } } },
  })

  it('takes a subject of one line and a hundred characters', () => {
    const subject = `a\r\nb\u0000${'c'.repeat(200)}`
    const notification = toNotification({ channel: 'hook', text: 'x' }, project, subject)
    expect(notification).toMatchObject({ kind: 'ok', with: { subject: `a b ${'c'.repeat(95)}…` } })
  })

  it('keeps the subject that the step gives', () => {
    expect(toNotification({ channel: 'hook', text: 'x', subject: 'mine' }, project, 'other')).toMatchObject({
      with: { subject: 'mine' },
    })
  })

  it.each([{ channel: 'hook' }, { channel: 'hook', text: 3 }, { channel: 'hook', text: 'x', extra: 1 }])(
    'is wrong as %j',
    (params) => {
      expect(toNotification(params, project, 's')).toEqual({
        kind: 'wrong',
        code: 'parameter',
        message: '`notify.channel` wants a channel, a text and at most a short subject',
      })
    },
  )

  it('is read by hand exactly as its schema says', () => {
    const part = fc.option(
      fc.oneof(
        fc.constantFrom(
          '',
          'hook',
          'a'.repeat(100),
          'a'.repeat(101),
          'a'.repeat(10_000),
          'a'.repeat(10_001),
          '😀'.repeat(51),
        ),
        fc.jsonValue(),
      ),
      { nil: undefined },
    )
    const shape = fc.record({ channel: part, text: part, subject: part, extra: part })
    fc.assert(
      fc.property(shape, (members) => {
        const params = JSON.parse(JSON.stringify(members))
        const found = toNotification({ ...params }, project, 's')
        const isRead = found.kind === 'ok' || found.code === 'unknown-channel'
        expect(isRead).toBe(Value.Check(notifyChannelParams, params))
      }),
    )
  })

  it('goes nowhere without a project', () => {
    expect(toNotification({ channel: 'hook', text: 'x' }, null, 's')).toMatchObject({
      kind: 'wrong',
      code: 'unknown-channel',
    })
  })
})
