import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardText, oneLine, plainText, slackText, snsSubject } from './escape.js'

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('&', '<', '>', '@', '{', '}', '$', '\n', '\r', '\u2028', '\u202e', ' ', 'a', '—'),
    maxLength: 300,
  }),
)

describe('snsSubject', () => {
  it.each([
    ['closed sg-0123', 'closed sg-0123'],
    ['a\r\nBcc: b@example.com', 'a Bcc: b@example.com'],
    ['  spaced \t out  ', 'spaced out'],
    ['“naïve” — café…', '"naive" - cafe...'],
    ['日本', '??'],
    ['\u0000\u2028', null],
    ['x'.repeat(99), 'x'.repeat(99)],
    ['x'.repeat(100), `${'x'.repeat(96)}...`],
  ])('%j becomes %j', (text, expected) => {
    expect(snsSubject(text)).toBe(expected)
  })
  it('is always one line of fewer than a hundred printable ASCII characters', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const subject = snsSubject(text)
        if (subject !== null) expect(subject).toMatch(/^[!-~]([ -~]{0,97}[!-~])?$/)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('oneLine', () => {
  it.each([
    ['Redress\r\n  change', 'Redress change'],
    ['café', 'café'],
    ['\u0000', '…'],
  ])('%j becomes %j', (text, expected) => {
    expect(oneLine(text)).toBe(expected)
  })
})

describe('plainText', () => {
  it.each([
    ['one\ntwo\tthree', 'one\ntwo\tthree'],
    ['one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
    ['\u001b[31mred\u0007', '[31mred'],
    ['user\u202egnp.exe', 'usergnp.exe'],
  ])('%j becomes %j', (text, expected) => {
    expect(plainText(text)).toBe(expected)
  })
})

describe('slackText', () => {
  it.each([
    ['<!channel> & <@U123>', '&lt;!channel&gt; &amp; &lt;@U123&gt;'],
    ['<https://evil.example.com|https://example.com>', '&lt;https://evil.example.com|https://example.com&gt;'],
    ['&lt;', '&amp;lt;'],
  ])('%j becomes %j', (text, expected) => {
    expect(slackText(text)).toBe(expected)
  })
  it('leaves no metacharacter bare, and can be read back', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const escaped = slackText(text)
        expect(escaped).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
        const back = escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
        expect(back).toBe(plainText(text))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('cardText', () => {
  it('leaves no function and no binding of Adaptive Cards', () => {
    expect(cardText('{{DATE(2026-11-21, SHORT)}} ${secret} {ok}')).toBe(
      '{\u200b{DATE(2026-11-21, SHORT)}} $\u200b{secret} {ok}',
    )
    fc.assert(
      fc.property(anything, (text) => {
        expect(cardText(text)).not.toMatch(/\{\{|\$\{/)
      }),
      { numRuns: 1000 },
    )
  })
})
