/**
 * Posts a message to a webhook: Slack, Teams, or any receiver of JSON.
 *
 * The URL is the secret. Only its host is ever shown; errors of `fetch`, which repeat the URL, are not passed on.
 * A redirect is not followed, because it would carry the message to a place that nobody configured.
 */
import type { Applied, Outcome } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { defineMessage } from './define-message.js'
import { MessageSubject, MessageText } from './message-text.js'
import { renderMessage, webhookFormats } from './render-message.js'

/** Milliseconds after which no answer is waited for. */
const timeout = 5_000

export const webhook = defineMessage({
  name: 'notify.webhook',
  summary: 'Post a message to a webhook.',
  params: Type.Object(
    {
      url: Type.String({
        pattern: '^(https://|http://(127\\.0\\.0\\.1|localhost)[:/]).+',
        maxLength: 2048,
        writeOnly: true,
        description: 'URL of the webhook, which is a secret.',
      }),
      format: Type.Union(
        webhookFormats.map((format) => Type.Literal(format)),
        { description: 'What the receiver understands.' },
      ),
      subject: Type.Optional(MessageSubject),
      text: MessageText,
    },
    { additionalProperties: false },
  ),
  permissions: [],

  describe: ({ url }) => `post a message to ${hostOf(url)}`,
  shown: ({ url, format, subject, text }) => ({ host: hostOf(url), format, subject: subject ?? null, text }),

  async send({ url, format, subject, text }) {
    const body = renderMessage(format, { subject: subject ?? null, text })
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'redress' },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
      })
      await response.body?.cancel()
      if (response.ok) return { kind: 'done', receipt: { status: response.status } }
      return failed(`HTTP_${response.status}`, `${hostOf(url)} answered with status ${response.status}`)
    } catch (error) {
      return noAnswer(error, hostOf(url))
    }
  },
})

/** What `fetch` threw, told apart by whether the message can have arrived. */
function noAnswer(error: unknown, host: string): Applied {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return failed('UNREACHABLE', `${host} cannot be reached`)
  if (cause instanceof Error && cause.message.includes('redirect')) {
    return failed('REDIRECT', `${host} answered with a redirect, which is not followed`)
  }
  const outcome: Outcome = {
    kind: 'unknown',
    code: 'NO_ANSWER',
    message: `${host} did not answer, so the message may or may not have arrived`,
  }
  return { kind: 'outcome', outcome }
}

function failed(code: string, message: string): Applied {
  return { kind: 'outcome', outcome: { kind: 'failed', code, message } }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'the webhook'
}
