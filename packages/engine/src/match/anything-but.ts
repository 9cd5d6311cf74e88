/**
 * `anything-but`: there are values, and none of them is excluded.
 *
 * It never holds for a field that is absent: whoever wants that too asks with `exists`.
 */
import { Type } from '@sinclair/typebox'
import { isJsonObject, type Json } from '../contracts/json.js'
import { defineOperator } from './operator.js'

const scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()])
const texts = Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1, maxItems: 1000 })])
const inner = ['prefix', 'suffix', 'wildcard', 'equals-ignore-case'] as const
const object = { additionalProperties: false }

export const anythingBut = defineOperator({
  about:
    'There are values and none of them is this one, is in this list, or fits `prefix`, `suffix`, `wildcard` or `equals-ignore-case`.',
  operand: Type.Union([
    scalar,
    Type.Array(scalar, { minItems: 1, maxItems: 10_000 }),
    ...inner.map((name) => Type.Object({ [name]: texts }, object)),
  ]),
  wants: `a value, a list of values, or one of ${inner.map((name) => `\`${name}\``).join(', ')} with a text or texts`,
  kinds: ['string', 'number', 'severity', 'raw'],
  compile: (operand, context) => ({ is: 'none', of: spread(operand).map((value) => context.compile(value, [])) }),
})

/** `{ prefix: [a, b] }` as `{ prefix: a }` and `{ prefix: b }`. */
function spread(value: Json): readonly Json[] {
  if (!isJsonObject(value)) return [value]
  return Object.entries(value).flatMap(([name, texts]) => [texts].flat().map((text) => ({ [name]: text })))
}
