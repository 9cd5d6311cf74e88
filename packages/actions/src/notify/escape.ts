/**
 * Makes text of a finding harmless for the place that shows it. Whoever writes a finding writes part of a message.
 *
 * Each sink has its own danger: a line break in a mail's subject, a mention of everybody in Slack, a template in an
 * Adaptive Card. JSON is never put together from text; it comes from the serializer alone.
 */

/** SNS asks for fewer than a hundred characters of ASCII without line breaks (API reference, “Publish”). */
const subjectLimit = 99

/** A subject as SNS takes it, or `null` when nothing is left of it. */
export function snsSubject(text: string): string | null {
  const ascii = withoutControls(text, ' ')
    .replace(/[‐-―]/g, '-')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^ -~]/gu, '?')
    .replace(/ +/g, ' ')
    .trim()
  if (ascii === '') return null
  return ascii.length > subjectLimit ? `${ascii.slice(0, subjectLimit - 3).trimEnd()}...` : ascii
}

/** One line without control characters; `…` where nothing is left. */
export function oneLine(text: string): string {
  return withoutControls(text, ' ').replace(/ +/g, ' ').trim() || '…'
}

/** Plain text of several lines: no control characters but line breaks and tabs. */
export function plainText(text: string): string {
  return withoutControls(text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n'), '', '\n\t')
}

/** Text in which Slack finds no link, mention or entity: `&`, `<` and `>` are all that its syntax begins with. */
export function slackText(text: string): string {
  return plainText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Text for a TextRun of an Adaptive Card, which knows no markup but `{{DATE(…)}}` and bindings such as `${…}`. */
export function cardText(text: string): string {
  return plainText(text)
    .replace(/\{(?=\{)/g, '{\u200b')
    .replace(/\$(?=\{)/g, '$\u200b')
}

function withoutControls(text: string, instead: string, but = ''): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (found) => (but.includes(found) ? found : instead))
}
