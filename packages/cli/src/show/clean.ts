/**
 * Makes text from findings and AWS safe to print on a terminal.
 *
 * A title may hold escape sequences that move the cursor or bidirectional marks that reorder what is read; both
 * would let a finding forge what a plan says. They are shown as `\u001b` instead.
 */

const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** The text with control, zero-width and bidirectional characters written out; line breaks and tabs become spaces. */
export function clean(text: string): string {
  return text.replace(/\r\n|[\n\t]/g, ' ').replace(unsafe, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16)
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
  })
}
