/**
 * The body of a webhook's request, in the form that the receiver knows.
 *
 * For Slack, link names, markup and previews are off. For Teams the text stands in TextRuns of an Adaptive Card,
 * which show Markdown as it is; a TextBlock would render it.
 */
import type { Json } from '@redress/engine'
import { cardText, plainText, slackText } from './escape.js'

export const webhookFormats = ['generic', 'slack', 'teams'] as const
export type WebhookFormat = (typeof webhookFormats)[number]

export interface Message {
  readonly subject: string | null
  readonly text: string
}

/** JSON text. `generic` keeps subject and text exactly; the others show them. */
export function renderMessage(format: WebhookFormat, message: Message): string {
  return JSON.stringify(bodies[format](message))
}

const bodies: { readonly [format in WebhookFormat]: (message: Message) => Json } = {
  generic: ({ subject, text }) => ({ source: 'redress', version: 1, subject, text }),
  slack: ({ subject, text }) => ({
    text: slackText(subject === null ? text : `${subject}\n${text}`),
    mrkdwn: false,
    parse: 'none',
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
  }),
  teams: ({ subject, text }) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            ...(subject === null ? [] : [run(subject, { weight: 'Bolder' })]),
            ...plainText(text)
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line) => run(line, {})),
          ],
        },
      },
    ],
  }),
}

function run(text: string, style: { readonly weight?: string }): Json {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: cardText(text).replaceAll('\n', ' '), ...style }] }
}
