/**
 * A message that a plan would send, taken apart for reading: where it goes, its subject, its lines.
 *
 * A message has no state before and after, so showing it as a comparison would hide what people will read.
 */
import { isJsonObject, type Json } from '@redress/engine'
import { clean } from './clean.js'
import { showValue } from './value.js'

export interface Message {
  /** The ARN of a topic or bus, the name of a channel, or the host of a webhook with its format. */
  readonly to: string
  readonly subject: string | null
  /** Its text by line breaks; each line is safe to print. */
  readonly lines: readonly string[]
}

const told = ['text', 'subject', 'detailType', 'fields']

/** `null` for steps that are no message. `content` is what the plan shows of it, or what a rule gives it. */
export function messageOf(use: string, content: Json): Message | null {
  if (!use.startsWith('notify.') || !isJsonObject(content)) return null
  const { text, fields = null } = content
  if (typeof text !== 'string') return null
  const subject = content['subject'] ?? content['detailType'] ?? null
  const places = Object.entries(content).filter(([key, value]) => !told.includes(key) && typeof value === 'string')
  const more = isJsonObject(fields) ? Object.entries(fields) : []
  return {
    to: places.map(([, value]) => showValue(value)).join(', '),
    subject: typeof subject === 'string' ? clean(subject) : null,
    lines: [
      ...text.split(/\r\n|\r|\n/).map(clean),
      ...more.map(([key, value]) => `${clean(key)}: ${showValue(value)}`),
    ],
  }
}
