/**
 * `cidr`: the text is an IP address inside a block.
 *
 * A text that is no address is simply not inside; it is no doubt, as fields often mix addresses and names.
 */
import { Type } from '@sinclair/typebox'
import { parseBlock } from './cidr.js'
import { defineOperator } from './operator.js'

export const cidr = defineOperator({
  about: 'The text is an IP address (version 4 or 6) inside this block, such as `192.0.2.0/24`.',
  operand: Type.String({ maxLength: 50 }),
  wants: 'a CIDR block such as `192.0.2.0/24`',
  kinds: ['string', 'raw'],
  compile(text, context) {
    const block = parseBlock(text)
    if (block === null) {
      return context.report('rules.operator', `\`${text}\` is no CIDR block`, 'write one such as `192.0.2.0/24`')
    }
    if (block === 'host-bits') {
      const hint = 'clear the bits behind the prefix length, or make the prefix longer'
      return context.report('rules.operator', `\`${text}\` has bits set behind its prefix length`, hint)
    }
    return { is: 'cidr', text }
  },
})
