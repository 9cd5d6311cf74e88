/**
 * `notify.channel` becomes the action that the channel's type wants, so that rules name channels and not addresses.
 */
import { Value } from '@sinclair/typebox/value'
import type { Channel, Project } from '../contracts/documents/project.js'
import { type JsonObject, own } from '../contracts/json.js'
import { notifyChannelParams } from '../contracts/notify-channel.js'

export type Notification =
  | { readonly kind: 'ok'; readonly use: string; readonly with: JsonObject }
  | { readonly kind: 'wrong'; readonly code: 'unknown-channel' | 'parameter'; readonly message: string }

/** `subject` stands where the step gives none. */
export function toNotification(params: JsonObject, project: Project | null, subject: string): Notification {
  if (!Value.Check(notifyChannelParams, params)) {
    const message = '`notify.channel` wants a channel, a text and at most a short subject'
    return { kind: 'wrong', code: 'parameter', message }
  }
  const channels = project?.channels ?? {}
  const channel = own(channels, params.channel) === undefined ? undefined : channels[params.channel]
  if (channel === undefined) {
    const message = `the project has no channel \`${params.channel}\``
    return { kind: 'wrong', code: 'unknown-channel', message }
  }
  const detailType = params.subject ?? 'Redress notification'
  return { kind: 'ok', ...addressed(channel, params.text, params.subject ?? shortened(subject), detailType) }
}

function addressed(
  channel: Channel,
  text: string,
  subject: string,
  detailType: string,
): { readonly use: string; readonly with: JsonObject } {
  switch (channel.type) {
    case 'sns':
      return { use: 'notify.sns', with: { topicArn: channel.topicArn, subject, text } }
    case 'eventbridge':
      return { use: 'notify.eventbridge', with: { busArn: channel.busArn, detailType, text } }
    case 'webhook':
      return { use: 'notify.webhook', with: { url: channel.url, format: 'generic', text, subject } }
    case 'slack':
    case 'teams':
      return { use: 'notify.webhook', with: { url: channel.url, format: channel.type, text, subject } }
    default:
      return channel satisfies never
  }
}

/** SNS takes a hundred characters without control characters; the others take that too. */
function shortened(subject: string): string {
  const line = subject.replaceAll(/[\s\p{C}]+/gu, ' ').trim()
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`
}
