/**
 * Operators on text: `prefix`, `suffix`, `wildcard`, `equals-ignore-case`, `group`.
 *
 * All are exact about case but the one that says otherwise.
 */
import { Type } from '@sinclair/typebox'
import { didYouMean } from '../contracts/nearest.js'
import { defineOperator } from './operator.js'
import { parseWildcard } from './wildcard.js'

const text = Type.String({ minLength: 1, maxLength: 2048 })
const wants = 'a text that is not empty'
const kinds = ['string', 'raw'] as const

export const prefix = defineOperator({
  about: 'The text begins so.',
  operand: text,
  wants,
  kinds,
  compile: (start) => ({ is: 'prefix', text: start }),
})

export const suffix = defineOperator({
  about: 'The text ends so.',
  operand: text,
  wants,
  kinds,
  compile: (end) => ({ is: 'suffix', text: end }),
})

export const wildcard = defineOperator({
  about: 'The whole text fits the pattern, in which `*` is any run of characters and `\\*` is a star.',
  operand: text,
  wants,
  kinds,
  compile(pattern, context) {
    const pieces = parseWildcard(pattern)
    if (pieces === null) {
      const hint = 'write `\\*` for a star and `\\\\` for a backslash'
      return context.report('rules.pattern', `the backslash in \`${pattern}\` escapes nothing`, hint)
    }
    return { is: 'wildcard', pieces }
  },
})

export const equalsIgnoreCase = defineOperator({
  about: 'The text is this one, upper and lower case aside.',
  operand: text,
  wants,
  kinds,
  compile: (wanted) => ({ is: 'same-letters', text: wanted.toLowerCase() }),
})

export const group = defineOperator({
  about: 'The text is in the named group of the project.',
  operand: text,
  wants: 'the name of a group',
  kinds,
  compile(name, context) {
    const { groups } = context
    const members = Object.hasOwn(groups, name) ? groups[name] : undefined
    if (members === undefined) {
      const hint = didYouMean(name, Object.keys(groups)) ?? 'define it under `groups` in `redress.yaml`'
      return context.report('rules.unknown-group', `unknown group \`${name}\``, hint)
    }
    return { is: 'in', values: members }
  },
})
