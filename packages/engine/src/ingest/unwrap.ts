/**
 * Takes findings out of whatever carries them: lists, answers of GetFindings, EventBridge events, SQS messages.
 *
 * An event holds a list of findings, mostly of one, and custom actions have been seen with two. What stands inside
 * is not looked at here; a value that is no carrier is passed on as it is.
 */
import type { Code } from '../contracts/codes.js'
import type { Arrival } from '../contracts/finding.js'
import { isJsonObject, type JsonObject, own } from '../contracts/json.js'

/** A value that should be a finding, or a carrier that has none; `position` is empty for the value given. */
export type RawItem =
  | { readonly kind: 'raw'; readonly value: unknown; readonly position: string; readonly arrival: Arrival }
  | { readonly kind: 'refused'; readonly position: string; readonly code: Code; readonly message: string }

/** Carriers inside carriers: a list of SQS events with messages of events with findings has seven. */
const maxLevels = 12

/** Everything in a parsed JSON value, in order. */
export function unwrap(value: unknown): Iterable<RawItem> {
  return open({ value, position: '', arrival: 'file', level: 0 })
}

/** True for a value that carries nothing, or an empty message: it is passed on as it is. */
export function isBare(value: unknown): boolean {
  return isJsonObject(value) && !mayCarry(value)
}

/** True for an object with a member that carriers have. Written out, because it is asked of every finding. */
function mayCarry(value: JsonObject): boolean {
  return (
    'detail' in value ||
    'detail-type' in value ||
    'Records' in value ||
    'Messages' in value ||
    'Findings' in value ||
    'findings' in value ||
    'body' in value ||
    'Body' in value
  )
}

interface Parcel {
  readonly value: unknown
  readonly position: string
  readonly arrival: Arrival
  readonly level: number
}

function* open(parcel: Parcel): Iterable<RawItem> {
  const { value, position, arrival, level } = parcel
  if (level > maxLevels) return yield nothing(parcel, 'the value is a list of lists of lists')
  if (Array.isArray(value)) return yield* openList(parcel, value, '')
  if (!isJsonObject(value)) return yield { kind: 'raw', value, position, arrival }
  if (isEvent(value)) return yield* openEvent(parcel, value)
  const records = own(value, 'Records') ?? own(value, 'Messages')
  const findings = own(value, 'Findings') ?? own(value, 'findings')
  if (Array.isArray(records)) yield* openList(parcel, records, Object.hasOwn(value, 'Records') ? 'Records' : 'Messages')
  else if (Array.isArray(findings)) {
    const member = Object.hasOwn(value, 'Findings') ? 'Findings' : 'findings'
    yield* openList({ ...parcel, value: findings }, findings, member)
  } else if (isMessage(value)) yield* openMessage(parcel, value)
  else yield { kind: 'raw', value, position, arrival }
}

function* openList(parcel: Parcel, list: readonly unknown[], member: string): Iterable<RawItem> {
  for (const [index, value] of list.entries()) {
    const position = `${at(parcel.position, member)}[${index}]`
    yield* open({ ...parcel, value, position, level: parcel.level + 1 })
  }
}

/** Envelope parts may be missing in events that people keep as samples; `detail` is what makes one. */
function isEvent(value: JsonObject): boolean {
  return isJsonObject(own(value, 'detail')) || typeof own(value, 'detail-type') === 'string'
}

function* openEvent(parcel: Parcel, event: JsonObject): Iterable<RawItem> {
  const detail = own(event, 'detail')
  const type = own(event, 'detail-type')
  if (type === 'Security Hub Insight Results' || Object.hasOwn(isJsonObject(detail) ? detail : {}, 'insightResults')) {
    const message = 'the event carries results of an insight, which are counts and not findings'
    return yield { ...nothing(parcel, message), code: 'finding.insight-results' }
  }
  const findings = own(detail, 'findings')
  if (!Array.isArray(findings)) {
    const name = typeof type === 'string' ? `an event of type \`${plain(type)}\`` : 'the event'
    return yield nothing(parcel, `${name} has no list of findings in \`detail.findings\``)
  }
  yield* openList({ ...parcel, arrival: arrivalOf(event) }, findings, 'detail.findings')
}

/** A custom action counts as a person's request, so that it must come from Security Hub: no one else may send as `aws.`. */
function arrivalOf(event: JsonObject): Arrival {
  const asked = own(event, 'detail-type') === 'Security Hub Findings - Custom Action'
  return asked && own(event, 'source') === 'aws.securityhub' ? 'custom-action' : 'imported'
}

/** A record of an SQS event (`body`) or a message as ReceiveMessage returns it (`Body`). */
function isMessage(value: JsonObject): boolean {
  const known = ['messageId', 'MessageId', 'eventSource', 'receiptHandle', 'ReceiptHandle']
  const body = own(value, 'body') ?? own(value, 'Body')
  return typeof body === 'string' && (Object.keys(value).length === 1 || known.some((key) => Object.hasOwn(value, key)))
}

function* openMessage(parcel: Parcel, message: JsonObject): Iterable<RawItem> {
  const member = Object.hasOwn(message, 'body') ? 'body' : 'Body'
  const position = at(parcel.position, member)
  const body = parseBody(own(message, member))
  if (body === undefined) {
    return yield { kind: 'refused', position, code: 'finding.not-json', message: 'the body of the message is not JSON' }
  }
  // Whoever may send to the queue can send a bare finding, too; it is no more to be believed than an event.
  yield* open({ ...parcel, value: body, position, arrival: 'imported', level: parcel.level + 1 })
}

function parseBody(body: unknown): unknown {
  try {
    return typeof body === 'string' ? JSON.parse(body) : undefined
  } catch {
    return undefined
  }
}

function nothing({ position }: Parcel, message: string): Extract<RawItem, { kind: 'refused' }> {
  return { kind: 'refused', position, code: 'finding.not-a-finding', message }
}

function at(position: string, member: string): string {
  return position === '' || member === '' ? `${position}${member}` : `${position}.${member}`
}

function plain(text: string): string {
  return text.slice(0, 80).replaceAll(/[\p{Cc}`]/gu, ' ')
}
