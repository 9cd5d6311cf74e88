/**
 * Operators on what a field holds as a whole: `exists`, `any-of`, `all-of`, `none-of`.
 *
 * Only `exists` says anything about a field that is absent. `none-of` wants values, none of which fits: of nothing
 * it says no.
 */
import { Type } from '@sinclair/typebox'
import type { Json } from '../contracts/json.js'
import type { Truth } from '../contracts/match.js'
import { allHold, anyHolds, negate } from '../contracts/truth.js'
import { type Clause, defineOperator, type Operator } from './operator.js'

const clauses = Type.Array(Type.Unsafe<Json>(Type.Unknown({ $comment: 'clause' })), { minItems: 1, maxItems: 1000 })
const wants = 'a list of values or operators that is not empty'
const kinds = ['string', 'number', 'severity', 'time', 'raw'] as const

export const exists = defineOperator({
  about: 'The field is there (`true`) or is not (`false`).',
  operand: Type.Boolean(),
  wants: '`true` or `false`',
  kinds,
  compile: (wanted, { field }) => ({
    judge: () => (wanted ? 'yes' : 'no'),
    absent: wanted ? 'no' : 'yes',
    selective: wanted && !alwaysThere.has(field.name),
    doubt: null,
  }),
})

export const oneOf = overClauses({
  about: 'Some value fits at least one of these.',
  holds: anyHolds,
  selective: (parts) => parts.every((part) => part.selective),
})

export const everyOf = overClauses({
  about: 'Each of these is fitted by some value: a list that holds them all.',
  holds: allHold,
  selective: (parts) => parts.some((part) => part.selective),
})

export const noneOf = overClauses({
  about: 'There are values, and none of them fits any of these.',
  holds: (parts, judge) => negate(anyHolds(parts, judge)),
  selective: () => false,
})

interface OverClauses {
  readonly about: string
  holds(parts: readonly Clause[], judge: (part: Clause) => Truth): Truth
  selective(parts: readonly Clause[]): boolean
}

/** An operator that takes a list of clauses and judges the same values by each of them. */
function overClauses({ about, holds, selective }: OverClauses): Operator {
  return defineOperator({
    about,
    operand: clauses,
    wants,
    kinds,
    compile(operand, context) {
      const parts = operand.map((part, index) => context.compile(part, [index]))
      return {
        judge: (values, now) => holds(parts, (part) => part.judge(values, now)),
        absent: 'no',
        selective: selective(parts),
        doubt: doubtOf(parts),
      }
    },
  })
}

/** The first doubt that any of the clauses may have. */
export function doubtOf(parts: readonly Clause[]): string | null {
  return parts.find((part) => part.doubt !== null)?.doubt ?? null
}

/** Fields that practically every finding has, so that asking whether they are there singles nothing out. */
const alwaysThere: ReadonlySet<string> = new Set([
  ...['id', 'format', 'product', 'generator', 'title', 'types', 'account', 'region', 'partition', 'severity'],
  ...['workflow', 'record', 'created', 'updated', 'resource.id', 'resource.name', 'resource.type'],
])
