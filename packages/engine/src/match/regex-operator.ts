/**
 * `regex`: the whole text fits a regular expression, in RE2 syntax.
 *
 * The engine is linear in the text, so a hostile text costs no more than its length. Texts over 8 KiB are not
 * judged at all: the clause is in doubt.
 */
import { Type } from '@sinclair/typebox'
import { RE2JS } from 're2js'
import { anyText, defineOperator } from './operator.js'

const longestPattern = 512
const longestText = 8 * 1024

export const regex = defineOperator({
  about: 'The whole text fits the regular expression (RE2 syntax: no look-around, no back references).',
  operand: Type.String({ minLength: 1, maxLength: longestPattern }),
  wants: `a regular expression of at most ${longestPattern} characters`,
  kinds: ['string', 'raw'],
  compile(pattern, context) {
    const compiled = compilePattern(pattern)
    if (typeof compiled === 'string') {
      const hint = 'patterns are RE2: without look-around and back references'
      return context.report('rules.pattern', `\`${pattern}\` is no regular expression: ${compiled}`, hint)
    }
    return anyText((value) => (isTooLong(value) ? null : compiled.testExact(value)), {
      doubt: 'the text is longer than 8 KiB, which patterns do not judge',
    })
  },
})

/** The compiled pattern, or what is wrong with it. */
function compilePattern(pattern: string): RE2JS | string {
  try {
    return RE2JS.compile(pattern)
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : 'it does not compile'
  }
}

/** By bytes of UTF-8, which are counted only where the length alone does not tell. */
function isTooLong(text: string): boolean {
  if (text.length > longestText) return true
  return text.length * 3 > longestText && new TextEncoder().encode(text).length > longestText
}
