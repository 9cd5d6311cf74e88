import { isJsonObject, type Json, own } from '@redress/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardText, plainText, slackText } from './escape.js'
import { renderMessage } from './render-message.js'

const message = fc.record({
  subject: fc.option(fc.string({ unit: 'binary', maxLength: 100 })),
  text: fc.string({ unit: 'binary', maxLength: 300 }),
})
const parse = (text: string): Json => JSON.parse(text)

/** All strings under a key, wherever it stands. */
function valuesOf(value: Json, key: string): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => valuesOf(item, key))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => (name === key ? [member] : valuesOf(member, key)))
}

describe('renderMessage', () => {
  it('keeps subject and text exactly in the generic form', () => {
    fc.assert(
      fc.property(message, (given) => {
        const back = parse(renderMessage('generic', given))
        expect({ subject: own(back, 'subject'), text: own(back, 'text') }).toEqual(given)
      }),
      { numRuns: 1000 },
    )
  })

  it('carries in the Slack form nothing but the escaped text', () => {
    fc.assert(
      fc.property(message, (given) => {
        const back = parse(renderMessage('slack', given))
        const whole = given.subject === null ? given.text : `${given.subject}\n${given.text}`
        expect(own(back, 'text')).toBe(slackText(whole))
      }),
    )
  })

  it('shows every line in the Teams form as text without markup', () => {
    fc.assert(
      fc.property(message, (given) => {
        const back = parse(renderMessage('teams', { ...given, subject: null }))
        const lines = plainText(given.text)
          .split('\n')
          .filter((line) => line.trim() !== '')
        expect(valuesOf(back, 'text')).toEqual(lines.map(cardText))
        expect(JSON.stringify(back)).not.toContain('TextBlock"}')
      }),
    )
  })

  it('switches off links, mentions and previews in Slack', () => {
    expect(parse(renderMessage('slack', { subject: 'closed', text: '<!here> see https://example.com' }))).toEqual({
      text: 'closed\n&lt;!here&gt; see https://example.com',
      mrkdwn: false,
      parse: 'none',
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    })
  })

  it('makes a card for Teams whose texts are plain runs', () => {
    expect(
      parse(renderMessage('teams', { subject: 'closed\nnow', text: '**one**\n\n[two](https://example.com)' })),
    ).toEqual({
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
              { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'closed now', weight: 'Bolder' }] },
              { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '**one**' }] },
              { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '[two](https://example.com)' }] },
            ],
          },
        },
      ],
    })
  })
})
