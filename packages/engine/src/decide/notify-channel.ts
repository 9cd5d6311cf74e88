/**
 * `notify.channel` becomes the action that the channel's type wants, so that rules name channels and not addresses.
 *
 * What the step gives is checked once more, because a `${…}` has its value only now, and by hand, because the schema
 * would bring its library into everything that decides; a test holds the two to each other.
 */
import type { Channel, Project } from '../contracts/documents/project.js'
import { type Json, type JsonObject, own } from '../contracts/json.js'
import { longestMessage, longestSubject } from '../contracts/notify-channel.js'

export type Notification =
  | { readonly kind: 'ok'; readonly use: string; readonly with: JsonObject }
  | { readonly kind: 'wrong'; readonly code: 'unknown-channel' | 'parameter'; readonly message: string }

/** `subject` stands where the step gives none. */
export function toNotification(params: JsonObject, project: Project | null, subject: string): Notification {
  const given = readParams(params)
  if (given === null) {
    const message = '`notify.channel` wants a channel, a text and at most a short subject'
    return { kind: 'wrong', code: 'parameter', message }
  }
  const channels = project?.channels ?? {}
  const channel = own(channels, given.channel) === undefined ? undefined : channels[given.channel]
  if (channel === undefined) {
    const message = `the project has no channel \`${given.channel}\``
    return { kind: 'wrong', code: 'unknown-channel', message }
  }
  const detailType = given.subject ?? 'Redress notification'
  return { kind: 'ok', ...addressed(channel, given.text, given.subject ?? shortened(subject), detailType) }
}

interface Given {
  readonly channel: string
  readonly text: string
  readonly subject: string | null
}

/** `null` for what does not fit the schema of `notify-channel-params.ts`. */
function readParams(params: JsonObject): Given | null {
  const { channel, text, subject, ...others } = params
  if (Object.keys(others).length > 0) return null
  if (!isText(channel, Number.POSITIVE_INFINITY) || !isText(text, longestMessage)) return null
  return subject === undefined || isText(subject, longestSubject) ? { channel, text, subject: subject ?? null } : null
}

function isText(value: Json | undefined, longest: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longest
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
