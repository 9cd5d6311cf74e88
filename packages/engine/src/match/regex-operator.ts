/**
 * `regex`: the whole text fits a regular expression, in RE2 syntax.
 *
 * The engine is linear in the text, so a hostile text costs no more than its length.
 */
import { Type } from '@sinclair/typebox'
import { RE2JS } from 're2js'
import { defineOperator } from './operator.js'

const longestPattern = 512

/** Steps of the compiled pattern, which repetitions multiply: a thousand on a text of 8 KiB take 50 ms at the worst. */
const mostSteps = 1000

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
    const steps = compiled.programSize()
    if (steps > mostSteps) {
      const message = `\`${pattern}\` unfolds into ${steps} steps; ${mostSteps} are allowed`
      return context.report('rules.pattern', message, 'repetitions inside repetitions multiply: write shorter ones')
    }
    return { is: 'regex', text: pattern }
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
