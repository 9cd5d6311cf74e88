/**
 * Makes HTML from templates in which every value is escaped unless it is HTML already.
 *
 * Findings are text that others write, so forgetting to escape is not possible with `html`.
 */

/** Markup; `html` makes it. Written by hand it is only the style sheet, which has `>` in it. */
export interface Html {
  readonly markup: string
}

export type Part = Html | readonly Html[] | string | number | null

/** `null` is nothing; lists are joined. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {
    markup: texts.map((text, index) => `${text}${index < parts.length ? render(parts[index] ?? null) : ''}`).join(''),
  }
}

/** Text as it may stand in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function render(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}
